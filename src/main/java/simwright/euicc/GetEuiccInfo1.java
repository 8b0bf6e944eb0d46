package simwright.euicc;

import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10b.GetEUICCInfo, first part (SGP.22 clause 5.7.8).
public record GetEuiccInfo1() implements CardRequest<EuiccInfo1> {
  private static final Tag TAG = Tag.of(0xbf20);

  @Override
  public String function() {
    return "ES10b.GetEUICCInfo1";
  }

  @Override
  public Tlv request() {
    return Tlv.of(TAG, Octets.NONE);
  }

  @Override
  public boolean lasting() {
    return true;
  }

  @Override
  public EuiccInfo1 answer(Tlv answer) {
    return EuiccInfo1.read(answer);
  }
}
