package simwright.euicc;

import simwright.identity.Eid;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10c.GetEID (SGP.22 clause 5.7.20): the EID, 32 digits, high half byte first.
public record GetEid() implements CardRequest<Eid> {
  private static final Tag TAG = Tag.of(0xbf3e);
  private static final Tag EID = Tag.of(0x5a);

  @Override
  public String function() {
    return "ES10c.GetEID";
  }

  @Override
  public Tlv request() {
    return Tlv.of(TAG, Tlv.of(Tag.of(0x5c), Octets.of(EID.value())));
  }

  @Override
  public boolean lasting() {
    return true;
  }

  @Override
  public Eid answer(Tlv answer) {
    return Digits.eid(answer.get(EID));
  }
}
