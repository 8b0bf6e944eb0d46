package simwright.rollout;

import java.util.Locale;
import simwright.acceptance.Attempt;
import simwright.acceptance.RunField;

/// By what the tries of a step are parted to find out why it is not steady.
public enum SplitBy {
  /// The device.
  DEVICE(RunField.DEVICE),
  /// The bench.
  BENCH(RunField.BENCH),
  /// The person at the bench.
  OPERATOR(RunField.OPERATOR),
  /// The firmware.
  FIRMWARE(RunField.FIRMWARE),
  /// The network it was registered in.
  NETWORK(RunField.NETWORK),
  /// The edition of the plan and of its limits.
  EDITION(RunField.EDITION);

  private final RunField field;

  SplitBy(RunField field) {
    this.field = field;
  }

  /// As commands and files name it.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  String of(Attempt attempt) {
    return this == EDITION
        ? edition(attempt.run().judged().planSha256(), attempt.run().judged().limitWords())
        : attempt.run().get(field);
  }

  private static String edition(String sha256, String limits) {
    return sha256.substring(0, Math.min(12, sha256.length())) + ", " + limits;
  }
}
