package simwright.at.command;

import simwright.at.CommandClass;

/// Closes a logical channel of the card, +CCHC= (3GPP TS 27.007 clause 8.46), by the handle as the
/// modem gave it.
public record CloseChannel(String handle) implements Order {
  @Override
  public String text() {
    return "AT+CCHC=" + handle;
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.APDU;
  }
}
