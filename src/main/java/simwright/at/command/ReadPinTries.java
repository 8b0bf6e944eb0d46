package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;

/// How many tries the PIN has left, +CPINR (3GPP TS 27.007 clause 8.65): `+CPINR: SIM PIN,3,3`.
public record ReadPinTries() implements AtCommand<Integer> {
  @Override
  public String text() {
    return "AT+CPINR=\"SIM PIN\"";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CARD;
  }

  @Override
  public Optional<Integer> parse(List<String> lines) {
    for (Fields fields : Lines.all(lines, "+CPINR")) {
      if (fields.text(0).equalsIgnoreCase("SIM PIN") && fields.number(1).isPresent()) {
        return Optional.of(fields.number(1).getAsInt());
      }
    }
    return Optional.empty();
  }
}
