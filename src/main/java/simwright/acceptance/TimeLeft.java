package simwright.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How long a run will still take, told from earlier runs of the same plan: when in the run each
/// step was over, and how long the whole took; of each the middle one. Side by side or not makes no
/// difference to that.
public record TimeLeft(Map<String, Duration> overAt, Optional<Duration> whole) {
  /// Nothing is known.
  public static final TimeLeft UNKNOWN = new TimeLeft(Map.of(), Optional.empty());

  /// From runs that were well.
  static TimeLeft of(List<Run> runs) {
    if (runs.isEmpty()) {
      return UNKNOWN;
    }
    Map<String, List<Duration>> over = new HashMap<>();
    List<Duration> whole = new ArrayList<>();
    for (Run run : runs) {
      whole.add(Duration.between(run.started(), run.ended()));
      run.steps()
          .forEach(step ->
              over.computeIfAbsent(step.place().slot(), _ -> new ArrayList<>())
                  .add(step.at().plus(step.took())));
    }
    Map<String, Duration> middle = new HashMap<>();
    over.forEach((slot, all) -> middle.put(slot, middle(all)));
    return new TimeLeft(Map.copyOf(middle), Optional.of(middle(whole)));
  }

  /// How long a run takes that stands like this; empty where no earlier run was well.
  public Optional<Duration> of(Run run) {
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    Duration so = Duration.between(run.started(), run.ended());
    Duration usual = Duration.ZERO;
    Duration actual = Duration.ZERO;
    for (StepRecord step : run.steps()) {
      Duration then = overAt.get(step.place().slot());
      Duration now = step.at().plus(step.took());
      if (then != null && now.compareTo(actual) >= 0) {
        usual = then;
        actual = now;
      }
    }
    Duration left = whole.get().minus(usual).minus(so.minus(actual));
    return Optional.of(left.isNegative() ? Duration.ZERO : left);
  }

  private static Duration middle(List<Duration> all) {
    List<Duration> sorted = all.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
