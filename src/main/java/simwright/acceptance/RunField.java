package simwright.acceptance;

import java.util.Locale;

/// What runs are searched, split and compared by.
public enum RunField {
  /// The plan's name.
  PLAN("plan"),
  /// The SHA-256 of the plan's file.
  EDITION("plan_sha256"),
  /// The device, as the log knows it.
  DEVICE("device"),
  /// Its model.
  MODEL("model"),
  /// Its firmware revision.
  FIRMWARE("revision"),
  /// The person at the bench.
  OPERATOR("operator"),
  /// The bench.
  BENCH("bench"),
  /// The site.
  SITE("site"),
  /// The network it was registered in at the run's end.
  NETWORK("network");

  private final String column;

  RunField(String column) {
    this.column = column;
  }

  String column() {
    return column;
  }

  /// As commands and files name it.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
