package simwright.device;

import java.util.Optional;

/// What a device tells of how it was made, beside its model and firmware: the revision of its
/// hardware and the language it is set to, each where it tells that. Handsets do, in their system
/// properties; a modem where its hardware profile names a command.
public record Make(Optional<String> hardware, Optional<String> language) {
  /// Of a device that tells the revision of its hardware alone, as some modems do.
  static Optional<Make> of(String hardware) {
    return hardware.isBlank()
        ? Optional.empty()
        : Optional.of(new Make(Optional.of(hardware), Optional.empty()));
  }
}
