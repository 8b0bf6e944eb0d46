package simwright.device.handset;

import java.util.Optional;
import simwright.fault.FaultCode;

/// A fact, or the code of why the handset does not tell it.
public record Told<T>(Optional<T> fact, Optional<FaultCode> why) {
  static <T> Told<T> known(T fact) {
    return new Told<>(Optional.of(fact), Optional.empty());
  }

  static <T> Told<T> refused(FaultCode why) {
    return new Told<>(Optional.empty(), Optional.of(why));
  }
}
