package simwright.at.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;

/// Which contexts are active, +CGACT? (3GPP TS 27.007 clause 10.1.10): by context number.
public record ReadContextStates() implements AtCommand<Map<Integer, Boolean>> {
  @Override
  public String text() {
    return "AT+CGACT?";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.NETWORK;
  }

  @Override
  public Optional<Map<Integer, Boolean>> parse(List<String> lines) {
    Map<Integer, Boolean> states = new TreeMap<>();
    for (Fields fields : Lines.all(lines, "+CGACT")) {
      if (fields.number(0).isPresent() && fields.number(1).isPresent()) {
        states.put(fields.number(0).getAsInt(), fields.number(1).getAsInt() == 1);
      }
    }
    return Optional.of(states);
  }
}
