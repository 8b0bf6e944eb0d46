package simwright.at;

import simwright.fault.FaultCode;

/// What the engine is doing.
public sealed interface EngineState {
  /// Nothing is in flight.
  record Ready() implements EngineState {}

  /// A command is in flight (secrets masked).
  record Busy(String command) implements EngineState {}

  /// An answer did not come in time; before the next command the two sides must get back in step.
  record OutOfStep() implements EngineState {}

  /// The link has ended.
  record Ended(FaultCode why) implements EngineState {}
}
