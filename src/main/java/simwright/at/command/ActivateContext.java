package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;

/// Activates or deactivates a context, +CGACT= (3GPP TS 27.007 clause 10.1.10).
public record ActivateContext(int cid, boolean active) implements AtCommand<Boolean> {
  @Override
  public String text() {
    return "AT+CGACT=" + (active ? 1 : 0) + "," + cid;
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CONTEXT;
  }

  @Override
  public Optional<Boolean> parse(List<String> lines) {
    return Optional.of(active);
  }
}
