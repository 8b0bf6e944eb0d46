package simwright.euicc;

import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10b.GetEUICCChallenge (SGP.22 clause 5.7.7): 16 fresh bytes; a session that was open ends.
public record GetEuiccChallenge() implements CardRequest<Octets> {
  private static final Tag TAG = Tag.of(0xbf2e);

  @Override
  public String function() {
    return "ES10b.GetEUICCChallenge";
  }

  @Override
  public Tlv request() {
    return Tlv.of(TAG, Octets.NONE);
  }

  @Override
  public Octets answer(Tlv answer) {
    return answer.get(Tag.of(0x80)).value();
  }
}
