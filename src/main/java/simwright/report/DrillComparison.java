package simwright.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import simwright.audit.Anchor;
import simwright.rollout.Spread;

/// Two drills side by side, such as one with a staged standby and one that fetches it: both
/// distributions with n, the interval of the median, and a 95th percentile from twenty rounds on. A
/// difference is told only where the intervals have nothing in common.
public record DrillComparison(DrillSide first, DrillSide second, Anchor anchor) {
  /// What is known of a difference.
  public enum Difference {
    /// The second takes longer, for all that its interval allows.
    LONGER,
    /// The second takes less time.
    SHORTER,
    /// The intervals have something in common.
    NOT_PROVEN,
    /// There is no interval, as the rounds are too few.
    TOO_FEW,
    /// One of them does not take it at all.
    NOT_TAKEN;

    /// As it stands in JSON.
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// What the second is to the first in a time.
  public Difference difference(String name) {
    Optional<Spread> one = first.spread(name);
    Optional<Spread> other = second.spread(name);
    if (one.isEmpty() || other.isEmpty()) {
      return Difference.NOT_TAKEN;
    }
    if (one.get().low().isEmpty() || other.get().low().isEmpty()) {
      return Difference.TOO_FEW;
    }
    return one.get().clearlyBelow(other.get())
        ? Difference.LONGER
        : other.get().clearlyBelow(one.get()) ? Difference.SHORTER : Difference.NOT_PROVEN;
  }

  /// Why they cannot be held against each other; empty where they can.
  public Optional<String> objection() {
    if (first.rounds().isEmpty() || second.rounds().isEmpty()) {
      DrillSide none = first.rounds().isEmpty() ? first : second;
      return Optional.of("there is no round of " + none.drill() + " in the log");
    }
    if (first.simulated().isEmpty() || !first.simulated().equals(second.simulated())) {
      return Optional.of("simulated rounds and real ones are mixed");
    }
    return first.models().equals(second.models())
        ? Optional.empty()
        : Optional.of("they are of different models");
  }

  /// In values that JSON knows.
  public Map<String, Object> node() {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", "simwright drill comparison 1");
    root.put("first", first.node());
    root.put("second", second.node());
    objection().ifPresent(why -> root.put("notComparable", why));
    Map<String, Object> times = new LinkedHashMap<>();
    for (String name : DrillReport.TIMES) {
      Map<String, Object> time = new LinkedHashMap<>();
      time.put("unit", "s");
      time.put("first", first.times(name));
      time.put("second", second.times(name));
      if (objection().isEmpty()) {
        time.put("difference", difference(name).key());
      }
      times.put(name, time);
    }
    root.put("times", times);
    root.put("words", words());
    root.put("logSize", anchor.size());
    root.put("logHead", anchor.head());
    return root;
  }

  /// For people.
  public List<String> lines() {
    List<String> lines = new ArrayList<>(List.of(first.about(), second.about()));
    for (String name : DrillReport.TIMES) {
      if (!first.taken(name).isEmpty() || !second.taken(name).isEmpty()) {
        lines.add(name);
        lines.add("  " + first.drill() + ": " + first.words(name));
        lines.add("  " + second.drill() + ": " + second.words(name));
      }
    }
    lines.add(words());
    return lines;
  }

  /// What is to be made of it, in one sentence.
  public String words() {
    return objection()
        .map(why -> "They are not held against each other: " + why + ".")
        .orElseGet(() -> {
          String what =
              second.drill() + " against " + first.drill() + ", to the first good payload: ";
          return switch (difference(DrillReport.PAYLOAD)) {
            case LONGER -> what + "longer; the 95 % intervals of the medians lie apart.";
            case SHORTER -> what + "shorter; the 95 % intervals of the medians lie apart.";
            case NOT_PROVEN ->
                what + "no difference is proven; the 95 % intervals of the medians overlap.";
            case TOO_FEW -> what + "too few rounds to tell; each side needs six.";
            case NOT_TAKEN -> what + "one of them never came to a good payload.";
          };
        });
  }
}
