package simwright.acceptance.step;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Step.Found;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.time.Deadline;

/// A setting that the modem took is asked for afterwards: its OK alone proves nothing.
final class ReadBack {
  /// A modem may answer before it has carried it out.
  private static final Duration SETTLES = Duration.ofSeconds(3);

  private static final Duration PAUSE = Duration.ofMillis(250);

  private ReadBack() {}

  /// What it tells: what was set as soon as it tells that, else the last that it told.
  static Optional<Integer> of(StepContext context, int set, Supplier<Optional<Integer>> ask) {
    Deadline deadline = context.deadline().atMost(SETTLES);
    while (true) {
      Optional<Integer> now = ask.get();
      if (now.equals(Optional.of(set)) || deadline.passed()) {
        return now;
      }
      context.cancel().check("asking for what was set", context.device().id());
      context.time().sleep(PAUSE);
    }
  }

  /// What that says; `words` where it is as it was set.
  static Found judged(String words, int set, Optional<Integer> told, Map<String, Double> values) {
    if (told.isEmpty()) {
      return untold(words, values);
    }
    return told.get() == set
        ? Found.passed(words, values)
        : Found.failed(
            Outcome.FAIL,
            "the modem said OK and tells " + told.get() + ", not " + set,
            Optional.empty(),
            values);
  }

  /// The modem does not tell whether `words` holds.
  static Found untold(String words, Map<String, Double> values) {
    return Found.failed(
        Outcome.INCONCLUSIVE,
        "the modem said OK, and does not tell whether it is so: " + words,
        Optional.of(AcceptanceCodes.NOT_READ_BACK),
        values);
  }
}
