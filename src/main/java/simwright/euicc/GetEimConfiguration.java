package simwright.euicc;

import java.util.List;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10b.GetEimConfigurationData (SGP.32 clause 5.9.18, tag BF55): the eIMs that a card takes
/// orders from. A card of SGP.22 refuses the function.
public record GetEimConfiguration() implements CardRequest<List<EimConfiguration>> {
  private static final Tag TAG = Tag.of(0xbf55);
  private static final Tag LIST = Tag.of(0xa0);
  private static final Tag ENTRY = Tag.of(0x30);

  @Override
  public String function() {
    return "ES10b.GetEimConfigurationData";
  }

  @Override
  public Tlv request() {
    return Tlv.of(TAG);
  }

  @Override
  public List<EimConfiguration> answer(Tlv answer) {
    return answer
        .find(LIST)
        .map(list -> list.all(ENTRY).stream().map(EimConfiguration::read).toList())
        .orElse(List.of());
  }
}
