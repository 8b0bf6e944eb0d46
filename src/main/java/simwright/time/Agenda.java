package simwright.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// What is to be done at which time of a clock that is turned by hand, in nanoseconds.
final class Agenda {
  private record Due(long at, long order, Duration period, Runnable task, boolean[] cancelled) {}

  private final LongSupplier clock;
  private final List<Due> waiting = new ArrayList<>();
  private long order;

  Agenda(LongSupplier clock) {
    this.clock = clock;
  }

  /// Once after a delay, and again after each period unless that is zero.
  Task put(Duration delay, Duration period, Runnable task) {
    boolean[] cancelled = new boolean[1];
    put(delay, period, task, cancelled);
    return () -> cancelled[0] = true;
  }

  /// Does what falls due until then, in that order; `reached` hears the time of each before.
  void run(long until, LongConsumer reached) {
    for (Due due = next(until); due != null; due = next(until)) {
      reached.accept(due.at);
      if (!due.cancelled[0]) {
        due.task.run();
      }
      if (!due.cancelled[0] && !due.period.isZero()) {
        put(due.period, due.period, due.task, due.cancelled);
      }
    }
  }

  private void put(Duration delay, Duration period, Runnable task, boolean[] cancelled) {
    long at = clock.getAsLong() + delay.toNanos();
    synchronized (this) {
      waiting.add(new Due(at, order++, period, task, cancelled));
    }
  }

  private synchronized @Nullable Due next(long until) {
    Due first =
        waiting.stream()
            .filter(due -> due.at <= until)
            .min(Comparator.comparingLong(Due::at).thenComparingLong(Due::order))
            .orElse(null);
    if (first != null) {
      waiting.remove(first);
    }
    return first;
  }
}
