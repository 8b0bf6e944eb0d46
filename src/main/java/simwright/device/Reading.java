package simwright.device;

import java.time.Instant;
import java.util.Optional;
import simwright.fault.FaultCode;

/// One fact about a device with the time it was read, or why it is not known. Nothing is guessed.
public sealed interface Reading<T> {
  /// The value when it is known.
  default Optional<T> value() {
    return this instanceof Known<T> known ? Optional.of(known.fact()) : Optional.empty();
  }

  /// Read from the device at a time.
  record Known<T>(T fact, Instant at) implements Reading<T> {}

  /// Asked, and not given: in words, with the device's own code where it sent one.
  record Unavailable<T>(String why, Optional<FaultCode> code, Instant at) implements Reading<T> {}

  /// Not asked so far.
  record NotAsked<T>() implements Reading<T> {}

  /// Not asked so far.
  static <T> Reading<T> notAsked() {
    return new NotAsked<>();
  }
}
