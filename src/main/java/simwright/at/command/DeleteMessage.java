package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;

/// Deletes a stored message, +CMGD= (3GPP TS 27.005 clause 3.5.4).
public record DeleteMessage(int index) implements AtCommand<Boolean> {
  @Override
  public String text() {
    return "AT+CMGD=" + index;
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CARD;
  }

  @Override
  public Optional<Boolean> parse(List<String> lines) {
    return Optional.of(true);
  }
}
