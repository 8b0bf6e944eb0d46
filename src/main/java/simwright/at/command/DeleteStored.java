package simwright.at.command;

import simwright.at.CommandClass;

/// Deletes a file, a certificate or a key that a modem keeps, with the command of the hardware
/// profile: +QFDEL, +UDELFILE, +CCERTDELE, +USECMNG=2, %CMNG=3.
public record DeleteStored(String text) implements Order {
  @Override
  public CommandClass commandClass() {
    return CommandClass.CARD;
  }
}
