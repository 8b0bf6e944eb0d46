package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;

/// Sets the level of functionality, +CFUN= (3GPP TS 27.007 clause 8.2): 0 minimum, 1 full, 4 radio
/// off.
public record SetFunctionality(int level) implements AtCommand<Boolean> {
  @Override
  public String text() {
    return "AT+CFUN=" + level;
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.RADIO;
  }

  @Override
  public Optional<Boolean> parse(List<String> lines) {
    return Optional.of(true);
  }
}
