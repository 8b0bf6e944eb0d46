package simwright.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;

/// Another time as it is, for tests that change one thing of it.
public abstract class BorrowedTime implements Time {
  private final Time real;

  /// Of that time.
  protected BorrowedTime(Time real) {
    this.real = real;
  }

  @Override
  public Instant now() {
    return real.now();
  }

  @Override
  public long nanos() {
    return real.nanos();
  }

  @Override
  public ZoneId zone() {
    return real.zone();
  }

  @Override
  public Thread start(String name, Runnable body) {
    return real.start(name, body);
  }

  @Override
  public Task after(Duration delay, String name, Runnable task) {
    return real.after(delay, name, task);
  }

  @Override
  public Task every(Duration period, String name, Runnable task) {
    return real.every(period, name, task);
  }

  @Override
  public void sleep(Duration duration) {
    real.sleep(duration);
  }

  @Override
  public boolean await(Object monitor, BooleanSupplier done, Deadline deadline) {
    return real.await(monitor, done, deadline);
  }
}
