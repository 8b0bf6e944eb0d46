package simwright.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;

/// The one source of time and of threads. Production uses `SystemTime`; tests that need no real
/// waiting use `HandTime`.
public interface Time {
  /// The wall clock, for what people read; never for measuring.
  Instant now();

  /// The monotonic clock in nanoseconds, for deadlines and durations.
  long nanos();

  /// The time zone a person at this bench reads.
  ZoneId zone();

  /// Starts a named platform thread; a throwable that escapes `body` is logged once and ends the
  /// thread.
  Thread start(String name, Runnable body);

  /// Runs `task` once after `delay` on a shared timer thread; tasks are short or hand over to
  /// `start`.
  Task after(Duration delay, String name, Runnable task);

  /// Runs `task` again and again with `period` between the ends and starts; an escaping throwable
  /// is logged and it goes on.
  Task every(Duration period, String name, Runnable task);

  /// Waits. Ends early with an interrupt flag set when the thread is interrupted.
  void sleep(Duration duration);

  /// Waits on `monitor` (whose lock the caller holds) until `done` holds or the deadline passes;
  /// true when it holds.
  boolean await(Object monitor, BooleanSupplier done, Deadline deadline);

  /// A deadline that far from now.
  default Deadline deadline(Duration within) {
    return new Deadline(this, nanos() + within.toNanos());
  }
}
