package simwright.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How long a run will still take, told from earlier runs of the same plan: by how much each step
/// carried the run on, of which a single slow run says little, and summed up when it is over in the
/// run. Side by side or not makes no difference to that.
public record TimeLeft(Map<String, Duration> overAt, Optional<Duration> whole) {
  /// Nothing is known.
  public static final TimeLeft UNKNOWN = new TimeLeft(Map.of(), Optional.empty());

  /// What takes longer than so many times the middle one, or less than that part of it, was not as
  /// usual.
  private static final int UNUSUAL = 2;

  /// What comes after the last step.
  private static final String END = "";

  /// From runs that were well.
  static TimeLeft of(List<Run> runs) {
    if (runs.isEmpty()) {
      return UNKNOWN;
    }
    Map<String, List<Duration>> steps = new HashMap<>();
    Map<String, List<Duration>> ends = new HashMap<>();
    for (Run run : runs) {
      Map<String, Duration> carried = new LinkedHashMap<>();
      Map<String, Duration> ended = new HashMap<>();
      Duration last = Duration.ZERO;
      for (StepRecord step : inOrder(run)) {
        Duration now = over(step);
        carried.merge(step.place().slot(), now.minus(last), Duration::plus);
        ended.put(step.place().slot(), now);
        last = now;
      }
      carried.put(END, Duration.between(run.started(), run.ended()).minus(last));
      carried.forEach((slot, by) -> steps.computeIfAbsent(slot, _ -> new ArrayList<>()).add(by));
      ended.forEach((slot, at) -> ends.computeIfAbsent(slot, _ -> new ArrayList<>()).add(at));
    }
    return summedUp(steps, ends);
  }

  private static TimeLeft summedUp(
      Map<String, List<Duration>> steps, Map<String, List<Duration>> ends) {
    Map<String, Duration> middles = new HashMap<>();
    ends.forEach((slot, all) -> middles.put(slot, middle(all)));
    Map<String, Duration> usual = new HashMap<>();
    steps.forEach((slot, all) -> usual.put(slot, usual(all)));
    List<String> order =
        middles.entrySet().stream()
            .sorted(
                Map.Entry.<String, Duration>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    Map<String, Duration> overAt = new HashMap<>();
    Duration so = Duration.ZERO;
    for (String slot : order) {
      so = so.plus(usual.getOrDefault(slot, Duration.ZERO));
      overAt.put(slot, so);
    }
    return new TimeLeft(
        Map.copyOf(overAt), Optional.of(so.plus(usual.getOrDefault(END, Duration.ZERO))));
  }

  /// How long a run takes that stands like this; empty where no earlier run was well. A step that
  /// takes longer than usual leaves the time of those after it as it is.
  public Optional<Duration> of(Run run) {
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    Duration so = Duration.between(run.started(), run.ended());
    Duration usual = Duration.ZERO;
    Duration actual = Duration.ZERO;
    for (StepRecord step : run.steps()) {
      Duration then = overAt.get(step.place().slot());
      Duration now = over(step);
      if (then != null && now.compareTo(actual) >= 0) {
        usual = then;
        actual = now;
      }
    }
    Duration left = whole.get().minus(usual).minus(so.minus(actual));
    Duration after = whole.get().minus(next(usual));
    return Optional.of(left.compareTo(after) > 0 ? left : after);
  }

  /// When what is at work after that moment is usually over.
  private Duration next(Duration usual) {
    return overAt.values().stream()
        .filter(each -> each.compareTo(usual) > 0)
        .min(Comparator.naturalOrder())
        .orElse(whole.orElse(Duration.ZERO));
  }

  private static List<StepRecord> inOrder(Run run) {
    return run.steps().stream().sorted(Comparator.comparing(TimeLeft::over)).toList();
  }

  private static Duration over(StepRecord step) {
    return step.at().plus(step.took());
  }

  /// The mean of what was as usual.
  private static Duration usual(List<Duration> all) {
    Duration middle = middle(all);
    List<Duration> fit =
        all.stream()
            .filter(each -> each.compareTo(middle.multipliedBy(UNUSUAL)) <= 0)
            .filter(each -> each.multipliedBy(UNUSUAL).compareTo(middle) >= 0)
            .toList();
    return fit.stream().reduce(Duration.ZERO, Duration::plus).dividedBy(fit.size());
  }

  private static Duration middle(List<Duration> all) {
    List<Duration> sorted = all.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
