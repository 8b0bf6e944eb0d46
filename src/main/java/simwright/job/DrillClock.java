package simwright.job;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import simwright.acceptance.Run;
import simwright.time.Task;
import simwright.time.Time;

/// Looks twice a minute whether a drill of the calendar is due, and runs it.
public final class DrillClock implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(30);

  private final DrillActs acts;
  private final Supplier<String> operator;
  private final Time time;
  private final Task ticker;
  private final AtomicBoolean looking = new AtomicBoolean();

  /// Begins; runs stand in the name of whoever works here then.
  public DrillClock(DrillActs acts, Supplier<String> operator, Time time) {
    this.acts = acts;
    this.operator = operator;
    this.time = time;
    this.ticker = time.every(TICK, "drills by the calendar", this::turn);
  }

  private void turn() {
    if (looking.compareAndSet(false, true)) {
      Thread unused = time.start("drills by the calendar", this::look);
    }
  }

  private void look() {
    try {
      for (DrillActs.Due each : acts.due()) {
        var unused = acts.run(each, operator.get()).map(job -> await(job));
      }
    } finally {
      looking.set(false);
    }
  }

  /// One after the other, as they may be of one device.
  private boolean await(Job<Run> job) {
    return job.await(time.deadline(Duration.ofHours(12))).isPresent();
  }

  @Override
  public void close() {
    ticker.cancel();
  }
}
