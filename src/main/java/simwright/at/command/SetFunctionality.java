package simwright.at.command;

import simwright.at.CommandClass;

/// Sets the level of functionality, +CFUN= (3GPP TS 27.007 clause 8.2): 0 minimum, 1 full, 4 radio
/// off.
public record SetFunctionality(int level) implements Order {
  @Override
  public String text() {
    return "AT+CFUN=" + level;
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.RADIO;
  }
}
