package simwright.time;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// Exponential back-off with full jitter: attempt k (from 0) waits between half and all of `first *
/// 2^k`, capped at `most`.
public record BackOff(Duration first, Duration most) {
  /// How long to wait before the attempt after attempt `k`.
  public Duration pause(int k, RandomGenerator random) {
    long cap = most.toMillis();
    long full = Math.min(cap, first.toMillis() << Math.min(k, 20));
    return Duration.ofMillis(full / 2 + random.nextLong(full / 2 + 1));
  }
}
