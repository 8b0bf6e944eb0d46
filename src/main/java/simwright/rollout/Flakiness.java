package simwright.rollout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.Attempt;
import simwright.acceptance.plan.Outcome;

/// The flaky table, made from all tries in the order of the log and nothing else. A try counts
/// where it judged the device: passed or marginal, failed or timed out; a bench error or a person's
/// stop says nothing, and neither do the steps of a safe state. A flip is a try that ended
/// otherwise than the one before it.
public final class Flakiness {
  private final Map<Key, Tally> steps = new HashMap<>();

  private record Key(String plan, String step, boolean simulated) {}

  /// Takes the next try.
  public void take(Attempt attempt) {
    Optional<Boolean> failed = attempt.safeState() ? Optional.empty() : failed(attempt.outcome());
    failed.ifPresent(so ->
        steps
            .computeIfAbsent(
                new Key(attempt.run().plan(), attempt.step(), attempt.run().simulated()),
                _ -> new Tally())
            .take(attempt, so));
  }

  /// Whether a try failed; empty where it says nothing about the device.
  static Optional<Boolean> failed(Outcome outcome) {
    return outcome.judges() ? Optional.of(!outcome.fine()) : Optional.empty();
  }

  /// The table: what flips most surely first.
  public List<FlakyStep> table() {
    List<FlakyStep> all = new ArrayList<>();
    steps.forEach((key, tally) -> all.add(tally.step(key)));
    all.sort(
        Comparator.comparing((FlakyStep each) -> !each.flaky())
            .thenComparing(each -> -each.flips().least())
            .thenComparing(each -> -each.failed().least())
            .thenComparing(FlakyStep::plan)
            .thenComparing(FlakyStep::step)
            .thenComparing(FlakyStep::simulated));
    return List.copyOf(all);
  }

  /// All tries of a step.
  private static final class Tally {
    private final Line whole = new Line();
    private final List<Map<String, Line>> splits = new ArrayList<>();

    Tally() {
      for (SplitBy unused : SplitBy.values()) {
        splits.add(new HashMap<>());
      }
    }

    void take(Attempt attempt, boolean failed) {
      whole.take(failed);
      for (SplitBy by : SplitBy.values()) {
        splits.get(by.ordinal()).computeIfAbsent(by.of(attempt), _ -> new Line()).take(failed);
      }
    }

    FlakyStep step(Key key) {
      List<Split> all = new ArrayList<>();
      for (SplitBy by : SplitBy.values()) {
        all.add(split(by, splits.get(by.ordinal())));
      }
      Optional<Split> best =
          whole.flips >= FlakyStep.FLIPS
              ? all.stream().filter(Split::explains).max(Comparator.comparingDouble(Split::score))
              : Optional.empty();
      return new FlakyStep(
          key.plan(),
          key.step(),
          key.simulated(),
          whole.failures(),
          whole.flipped(),
          List.copyOf(all),
          best);
    }

    private Split split(SplitBy by, Map<String, Line> lines) {
      List<Split.Part> parts = new ArrayList<>();
      Rate within = new Rate(0, 0);
      double gain = -2 * whole.likelihood();
      for (Map.Entry<String, Line> each : lines.entrySet()) {
        Line line = each.getValue();
        parts.add(new Split.Part(each.getKey(), line.failures(), line.flipped()));
        within = within.plus(line.flipped());
        gain += 2 * line.likelihood();
      }
      parts.sort(Comparator.comparing(Split.Part::value));
      double charge = (lines.size() - 1) * Math.log(Math.max(1, whole.n));
      return new Split(by, List.copyOf(parts), within, lines.size() < 2 ? 0 : gain - charge);
    }
  }

  /// Tries one after the other.
  private static final class Line {
    private long n;
    private long failed;
    private long flips;
    private boolean last;

    void take(boolean fails) {
      flips += n > 0 && fails != last ? 1 : 0;
      failed += fails ? 1 : 0;
      n++;
      last = fails;
    }

    Rate failures() {
      return new Rate(failed, n);
    }

    Rate flipped() {
      return new Rate(flips, Math.max(0, n - 1));
    }

    /// The logarithm of the likelihood of what was seen, with the share that was seen.
    double likelihood() {
      return part(failed) + part(n - failed);
    }

    private double part(long count) {
      return count == 0 ? 0 : count * Math.log((double) count / n);
    }
  }
}
