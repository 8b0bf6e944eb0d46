package simwright.at.command;

import simwright.at.CommandClass;

/// Attaches to or detaches from the packet domain, +CGATT= (3GPP TS 27.007 clause 10.1.9).
public record SetAttachment(boolean attached) implements Order {
  @Override
  public String text() {
    return "AT+CGATT=" + (attached ? 1 : 0);
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CONTEXT;
  }
}
