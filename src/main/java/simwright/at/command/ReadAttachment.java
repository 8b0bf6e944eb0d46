package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;

/// Whether the device is attached to the packet domain, +CGATT? (3GPP TS 27.007 clause 10.1.9).
public record ReadAttachment() implements AtCommand<Boolean> {
  @Override
  public String text() {
    return "AT+CGATT?";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.NETWORK;
  }

  @Override
  public Optional<Boolean> parse(List<String> lines) {
    return Lines.fields(lines, "+CGATT")
        .flatMap(fields -> Lines.number(fields, 0))
        .map(number -> number == 1);
  }
}
