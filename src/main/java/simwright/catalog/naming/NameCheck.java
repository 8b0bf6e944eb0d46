package simwright.catalog.naming;

import java.util.List;
import java.util.Optional;

/// What a check of a name came to: what it says where it follows the grammar, what is wrong with
/// it, and the name that is proposed instead.
public record NameCheck(
    String name, Optional<Named> says, List<String> wrong, Optional<String> proposal) {
  public NameCheck {
    wrong = List.copyOf(wrong);
  }

  /// Whether nothing is wrong.
  public boolean fits() {
    return wrong.isEmpty();
  }
}
