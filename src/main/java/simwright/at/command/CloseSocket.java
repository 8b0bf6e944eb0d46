package simwright.at.command;

import simwright.at.CommandClass;

/// Closes a socket of the modem's own stack with the command of the hardware profile: +QICLOSE,
/// +USOCL.
public record CloseSocket(String text) implements Order {
  @Override
  public CommandClass commandClass() {
    return CommandClass.CONTEXT;
  }
}
