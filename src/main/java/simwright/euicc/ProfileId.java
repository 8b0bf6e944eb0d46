package simwright.euicc;

import simwright.identity.Iccid;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// How a profile is named to the card: by its ICCID or by the AID of its ISD-P. Some cards find it
/// by one only.
public sealed interface ProfileId {
  /// Tag of an ICCID.
  Tag ICCID = Tag.of(0x5a);

  /// Tag of an application identifier.
  Tag AID = Tag.of(0x4f);

  /// Its data object.
  Tlv tlv();

  /// By ICCID.
  record ByIccid(Iccid iccid) implements ProfileId {
    @Override
    public Tlv tlv() {
      return Tlv.of(ICCID, Digits.iccid(iccid.value()));
    }
  }

  /// By the AID of the ISD-P.
  record ByAid(Octets aid) implements ProfileId {
    @Override
    public Tlv tlv() {
      return Tlv.of(AID, aid);
    }
  }
}
