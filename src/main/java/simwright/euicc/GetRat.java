package simwright.euicc;

import java.util.List;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10b.GetRAT (SGP.22 clause 5.7.22): the rules authorisation table. Cards differ in the tag of
/// the table inside; whatever holds it is read.
public record GetRat() implements CardRequest<List<AuthorisationRule>> {
  private static final Tag TAG = Tag.of(0xbf43);
  private static final Tag ROW = Tag.of(0x30);

  @Override
  public String function() {
    return "ES10b.GetRAT";
  }

  @Override
  public Tlv request() {
    return Tlv.of(TAG, Octets.NONE);
  }

  @Override
  public List<AuthorisationRule> answer(Tlv answer) {
    return answer.children().stream()
        .flatMap(table -> table.all(ROW).stream())
        .map(AuthorisationRule::read)
        .toList();
  }
}
