package simwright.euicc;

import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10b.GetEUICCInfo, second part (SGP.22 clause 5.7.8).
public record GetEuiccInfo2() implements CardRequest<EuiccInfo2> {
  private static final Tag TAG = Tag.of(0xbf22);

  @Override
  public String function() {
    return "ES10b.GetEUICCInfo2";
  }

  @Override
  public Tlv request() {
    return Tlv.of(TAG, Octets.NONE);
  }

  @Override
  public EuiccInfo2 answer(Tlv answer) {
    return EuiccInfo2.read(answer);
  }
}
