package simwright.acceptance.plan;

import java.time.Duration;

/// How often something is tried at most until it holds, and the pause between two tries. All of
/// them are recorded.
public record Tries(int most, Duration pause) {
  /// Once.
  public static final Tries ONE = new Tries(1, Duration.ZERO);
}
