package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;

/// The subscriber's own numbers as the card has them, +CNUM (3GPP TS 27.007 clause 7.1).
public record ReadOwnNumbers() implements AtCommand<List<String>> {
  @Override
  public String text() {
    return "AT+CNUM";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CARD;
  }

  @Override
  public Optional<List<String>> parse(List<String> lines) {
    return Optional.of(
        Lines.all(lines, "+CNUM").stream().flatMap(fields -> fields.some(1).stream()).toList());
  }
}
