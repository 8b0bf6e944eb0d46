package simwright.at.command;

import simwright.at.CommandClass;

/// Connects a TCP socket of the modem's own stack with the command of the hardware profile: +USOCO.
/// Others connect when they open it.
public record ConnectSocket(String text) implements Order {
  @Override
  public CommandClass commandClass() {
    return CommandClass.CONTEXT;
  }
}
