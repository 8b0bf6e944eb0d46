package simwright.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/// Another time in which a sleep turns the clock on and is over at once.
public class SleeplessTime extends BorrowedTime {
  private final AtomicLong ahead = new AtomicLong();

  /// Of that time.
  public SleeplessTime(Time real) {
    super(real);
  }

  @Override
  public Instant now() {
    return super.now().plusNanos(ahead.get());
  }

  @Override
  public long nanos() {
    return super.nanos() + ahead.get();
  }

  @Override
  public void sleep(Duration duration) {
    ahead.addAndGet(duration.toNanos());
  }
}
