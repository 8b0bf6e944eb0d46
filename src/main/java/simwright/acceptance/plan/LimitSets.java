package simwright.acceptance.plan;

import java.util.Optional;

/// Finds sets of limits by the name under which a plan asks for them.
@FunctionalInterface
public interface LimitSets {
  /// The set of a name, where there is one; throws `acceptance/broken-plan` for one that cannot be
  /// used.
  Optional<LimitSet> named(String name);
}
