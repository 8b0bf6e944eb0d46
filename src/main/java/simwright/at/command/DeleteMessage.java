package simwright.at.command;

import simwright.at.CommandClass;

/// Deletes a stored message, +CMGD= (3GPP TS 27.005 clause 3.5.4).
public record DeleteMessage(int index) implements Order {
  @Override
  public String text() {
    return "AT+CMGD=" + index;
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CARD;
  }
}
