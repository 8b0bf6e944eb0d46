package simwright.at.command;

import simwright.at.AtCommand;
import simwright.at.CommandClass;

/// A question for stored messages: what a message says stands in lines without a prefix, be it text
/// or the digits of a PDU.
interface ReadStored<R> extends AtCommand<R> {
  @Override
  default CommandClass commandClass() {
    return CommandClass.CARD;
  }

  @Override
  default boolean plain() {
    return true;
  }
}
