package simwright.acceptance;

import java.util.List;
import java.util.Locale;

/// Whether the declared safe state was reached: how it stands, what it is, what a person does by
/// hand where it is not verified, and the steps that tried.
public record Safety(State state, String title, String byHand, List<StepRecord> steps) {
  /// The plan declares none.
  public static final Safety NONE = new Safety(State.NOT_DECLARED, "", "", List.of());

  /// What ends the warning that a device was left unsafe (`RunHistory.left`).
  public static final String ENDS =
      "The warning ends with the next run on this device that verifies a safe state, whatever its"
          + " verdict; a plan that declares none, such as first-boot, does not end it.";

  /// How the safe state stands.
  public enum State {
    /// The plan changes nothing that must be put back.
    NOT_DECLARED,
    /// The device was asked and it holds.
    VERIFIED,
    /// It could not be verified: a person has to act.
    UNSAFE;

    /// As it stands in records.
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Reads what `key` wrote.
    public static State of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /// Whether a person has to act.
  public boolean unsafe() {
    return state == State.UNSAFE;
  }
}
