package simwright.euicc;

import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10b.GetEimConfigurationData (SGP.32 clause 5.9, tag BF55): whether the card knows eIMs at all.
/// A card of SGP.22 refuses the function.
public record GetEimConfiguration() implements CardRequest<Boolean> {
  private static final Tag TAG = Tag.of(0xbf55);

  @Override
  public String function() {
    return "ES10b.GetEimConfigurationData";
  }

  @Override
  public Tlv request() {
    return Tlv.of(TAG);
  }

  @Override
  public Boolean answer(Tlv answer) {
    return answer.tag().equals(TAG);
  }
}
