package simwright.quota;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Readings of counters as use: a counter that falls was set back, and is never negative use.
public final class CounterSeries {
  private CounterSeries() {}

  /// The use between two readings of one counter; empty where time did not go on.
  public static Optional<Use> between(Counted before, Counted now) {
    if (!now.at().isAfter(before.at())) {
      return Optional.empty();
    }
    boolean fell = now.sent() < before.sent() || now.received() < before.received();
    Use.Certainty certainty =
        !fell
            ? Use.Certainty.COUNTED
            : now.fromZero() ? Use.Certainty.AT_LEAST : Use.Certainty.UNKNOWN;
    long[] bytes =
        switch (certainty) {
          case COUNTED ->
              new long[] {now.sent() - before.sent(), now.received() - before.received()};
          case AT_LEAST -> new long[] {now.sent(), now.received()};
          case UNKNOWN -> new long[] {0, 0};
        };
    return Optional.of(
        new Use(
            before.at(),
            now.at(),
            now.device(),
            before.profile(),
            now.profile(),
            now.app(),
            bytes[0],
            bytes[1],
            certainty,
            now.roaming()));
  }

  /// The use of readings in the order in which they were taken, of any devices and applications.
  public static List<Use> uses(List<Counted> readings) {
    Map<List<String>, Counted> last = new HashMap<>();
    List<Use> all = new ArrayList<>();
    for (Counted each : readings) {
      @Nullable Counted before = last.put(List.of(each.device(), each.app()), each);
      if (before != null) {
        between(before, each).ifPresent(all::add);
      }
    }
    return List.copyOf(all);
  }
}
