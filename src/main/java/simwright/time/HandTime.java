package simwright.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.BooleanSupplier;

/// A clock turned by hand: nothing happens until `advance`, which runs what falls due, in order, on
/// the caller's thread. `sleep` and `await` turn the clock themselves, so a single-threaded test
/// never waits. Threads are real ones.
public final class HandTime implements Time {
  private final Instant start;
  private final Agenda agenda = new Agenda(this::nanos);
  private long nanos;

  /// Starts at a wall-clock instant.
  public HandTime(Instant start) {
    this.start = start;
  }

  /// Starts at 2026-01-01T00:00:00Z.
  public HandTime() {
    this(Instant.parse("2026-01-01T00:00:00Z"));
  }

  @Override
  public synchronized Instant now() {
    return start.plusNanos(nanos);
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Thread start(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  @Override
  public Task after(Duration delay, String name, Runnable task) {
    return agenda.put(delay, Duration.ZERO, task);
  }

  @Override
  public Task every(Duration period, String name, Runnable task) {
    return agenda.put(period, period, task);
  }

  @Override
  public void sleep(Duration duration) {
    advance(duration);
  }

  @Override
  public boolean await(Object monitor, BooleanSupplier done, Deadline deadline) {
    while (!done.getAsBoolean()) {
      Duration left = deadline.left();
      if (left.isZero()) {
        return false;
      }
      advance(left.compareTo(Duration.ofMillis(1)) < 0 ? left : Duration.ofMillis(1));
    }
    return true;
  }

  /// Turns the clock on and runs everything that falls due on the way.
  public void advance(Duration by) {
    long until = nanos() + by.toNanos();
    agenda.run(until, this::reach);
    reach(until);
  }

  private synchronized void reach(long at) {
    nanos = Math.max(nanos, at);
  }
}
