package simwright.at.command;

import simwright.at.CommandClass;

/// Enters the PIN, +CPIN= (3GPP TS 27.007 clause 8.3). Only a person's own click sends it, after
/// the tries left were shown; nothing sends it by itself.
public record EnterPin(String pin) implements Order {
  public EnterPin {
    if (!pin.matches("[0-9]{4,8}")) {
      throw new IllegalArgumentException("a PIN has 4 to 8 digits");
    }
  }

  /// Without the PIN.
  @Override
  public String toString() {
    return "EnterPin";
  }

  @Override
  public String text() {
    return "AT+CPIN=\"" + pin + "\"";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CARD;
  }
}
