package simwright.at;

import java.util.Optional;
import simwright.fault.FaultCode;

/// What came of a command. Broken conversations are faults; what the standard foresees is one of
/// these.
public sealed interface Answer<R> {
  /// The bytes behind it.
  Exchange exchange();

  /// The modem answered, and the answer was understood.
  record Value<R>(R result, Exchange exchange) implements Answer<R> {}

  /// The modem refused.
  record Refused<R>(FaultCode cause, Exchange exchange) implements Answer<R> {}

  /// The modem answered in a shape nobody has seen; the lines are in the exchange.
  record Unparsed<R>(Exchange exchange) implements Answer<R> {}

  /// The value, when there is one.
  default Optional<R> value() {
    return this instanceof Value<R> v ? Optional.of(v.result()) : Optional.empty();
  }

  /// The code of what went wrong.
  default Optional<FaultCode> code() {
    return switch (this) {
      case Value<R> _ -> Optional.empty();
      case Refused<R> refused -> Optional.of(refused.cause());
      case Unparsed<R> _ -> Optional.of(AtCodes.UNPARSED);
    };
  }
}
