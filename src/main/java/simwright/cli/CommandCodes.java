package simwright.cli;

import simwright.fault.FaultCode;

/// The codes of the command line itself.
final class CommandCodes {
  /// The words of a command line make no command.
  static final FaultCode USAGE = new FaultCode("command", "usage");

  private CommandCodes() {}
}
