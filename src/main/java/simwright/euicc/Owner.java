package simwright.euicc;

import java.util.Optional;
import simwright.fault.Fault;
import simwright.identity.Plmn;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// Who a profile belongs to (SGP.22 clause 2.4.5.3, OperatorId): network code and group
/// identifiers.
public record Owner(Plmn plmn, Optional<Octets> gid1, Optional<Octets> gid2) {
  static Owner read(Tlv tlv) {
    String hex = tlv.get(Tag.of(0x80)).value().hex();
    if (!hex.matches("[0-9]{2}[0-9F][0-9]{3}")) {
      throw new Fault(EuiccCodes.ANSWER, "reading an owner's network code", "the card");
    }
    String mcc = "" + hex.charAt(1) + hex.charAt(0) + hex.charAt(3);
    String mnc = "" + hex.charAt(5) + hex.charAt(4);
    char third = hex.charAt(2);
    return new Owner(
        new Plmn(mcc, third == 'F' ? mnc : mnc + third),
        tlv.find(Tag.of(0x81)).map(Tlv::value),
        tlv.find(Tag.of(0x82)).map(Tlv::value));
  }
}
