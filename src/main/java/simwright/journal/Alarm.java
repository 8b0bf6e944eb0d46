package simwright.journal;

import java.time.Instant;
import java.util.Optional;

/// Something a person should see to: its id, which is the same for the same trouble, the device (""
/// when it is about none), what it is in words, and when it was raised, acknowledged and cleared.
public record Alarm(
    String id,
    String device,
    String text,
    Instant raised,
    Optional<Instant> acknowledged,
    Optional<Instant> cleared) {
  /// Whether it still holds.
  public boolean standing() {
    return cleared.isEmpty();
  }
}
