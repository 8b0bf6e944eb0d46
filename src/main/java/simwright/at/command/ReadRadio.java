package simwright.at.command;

import simwright.at.AtCommand;
import simwright.at.CommandClass;

/// A question for the radio conditions that may take as long as one to the network.
interface ReadRadio extends AtCommand<Radio> {
  @Override
  default CommandClass commandClass() {
    return CommandClass.NETWORK;
  }
}
