package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.identity.Eid;

/// The EID by Quectel's own +QESIM="eid", which its built-in assistant answers.
public record ReadEid() implements AtCommand<Eid> {
  @Override
  public String text() {
    return "AT+QESIM=\"eid\"";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CARD;
  }

  @Override
  public Optional<Eid> parse(List<String> lines) {
    return Lines.fields(lines, "+QESIM")
        .map(fields -> fields.text(1))
        .filter(digits -> digits.matches("[0-9]{32}"))
        .map(Eid::new);
  }
}
