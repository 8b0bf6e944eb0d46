package simwright.quota;

import java.time.Instant;

/// The profile in use changed between two readings.
public record ProfileSwitch(Instant from, Instant until, String device, String before, String now) {
  /// In words.
  public String words() {
    return "switch from " + before + " to " + now;
  }
}
