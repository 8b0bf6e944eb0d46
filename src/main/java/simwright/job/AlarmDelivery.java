package simwright.job;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import simwright.time.BackOff;
import simwright.time.Task;
import simwright.time.Time;

/// Tells the outlets what waits, again and again: every ten seconds while they take it, and after
/// ever longer pauses up to a quarter of an hour while one does not.
public final class AlarmDelivery implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(10);
  private static final BackOff PAUSES = new BackOff(TICK, Duration.ofMinutes(15));

  private final AlarmActs acts;
  private final Time time;
  private final Task ticker;
  private final AtomicBoolean trying = new AtomicBoolean();
  private int failed;
  private long due;

  /// Begins.
  public AlarmDelivery(AlarmActs acts, Time time) {
    this.acts = acts;
    this.time = time;
    this.due = time.nanos();
    this.ticker = time.every(TICK, "alarm outlets", this::turn);
  }

  private void turn() {
    if (time.nanos() - due >= 0 && trying.compareAndSet(false, true)) {
      var unused = time.start("telling alarm outlets", this::tell);
    }
  }

  private void tell() {
    boolean taken = false;
    try {
      taken = acts.deliver().stream().allMatch(each -> each.waiting() == 0);
    } finally {
      failed = taken ? 0 : failed + 1;
      Duration pause = taken ? Duration.ZERO : PAUSES.pause(failed, ThreadLocalRandom.current());
      due = time.nanos() + pause.toNanos();
      trying.set(false);
    }
  }

  @Override
  public void close() {
    ticker.cancel();
  }
}
