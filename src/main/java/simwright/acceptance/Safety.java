package simwright.acceptance;

import java.util.List;
import java.util.Locale;

/// Whether the declared safe state was reached: how it stands, what it is, what a person does by
/// hand where it is not verified, and the steps that tried.
public record Safety(State state, String title, String byHand, List<StepRecord> steps) {
  /// The plan declares none.
  public static final Safety NONE = new Safety(State.NOT_DECLARED, "", "", List.of());

  /// What lets a device that was left unsafe be used again.
  public static final String ENDS =
      "No plan runs on it until that is resolved: simwright accept resolve LINK brings the safe"
          + " state about and verifies it, or takes down what a person did by hand.";

  /// How the safe state stands.
  public enum State {
    /// The plan changes nothing that must be put back.
    NOT_DECLARED,
    /// It could not be verified, and no step had changed anything.
    UNTOUCHED,
    /// The device was asked and it holds.
    VERIFIED,
    /// It could not be verified: a person has to act.
    UNSAFE,
    /// It could not be verified when the run ended; later it was brought about and holds.
    RESTORED,
    /// A person said afterwards that they have seen to it.
    RESOLVED;

    /// As it stands in records.
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Reads what `key` wrote.
    public static State of(String key) {
      return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  /// What did not hold, in words; "" when all did.
  public String failed() {
    return Run.last(steps).stream()
        .filter(step -> !step.outcome().fine())
        .findFirst()
        .map(step ->
            step.name()
                + ": "
                + step.words()
                + step.code().map(code -> " [" + code + "]").orElse(""))
        .orElse("");
  }

  /// Whether it could not be verified when the run ended, whatever came afterwards.
  public boolean missed() {
    return unsafe() || state == State.RESTORED || state == State.RESOLVED;
  }

  /// The same, reached only after the run's end.
  Safety later() {
    return state == State.VERIFIED ? new Safety(State.RESTORED, title, byHand, steps) : this;
  }

  /// Whether a person has to act.
  public boolean unsafe() {
    return state == State.UNSAFE;
  }
}
