package simwright.at.command;

import simwright.at.CommandClass;

/// Chooses the card slot with the command of the hardware profile, such as `AT+QUIMSLOT=2`; drops
/// the data session.
public record SelectSlot(String text) implements Order {
  @Override
  public CommandClass commandClass() {
    return CommandClass.RADIO;
  }
}
