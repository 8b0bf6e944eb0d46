package simwright.outlet;

import java.time.Instant;
import simwright.identity.Redactor;

/// What a receiver is told of an alarm: the number of its record, when, what became of it (raised,
/// acknowledged, cleared, or test), its id, the device and the words; no identifier in clear.
public record Message(long seq, Instant at, String what, String alarm, String device, String text) {
  /// Masks what must not leave.
  public Message {
    alarm = Redactor.redact(alarm);
    device = Redactor.redact(device);
    text = Redactor.redact(text);
  }
}
