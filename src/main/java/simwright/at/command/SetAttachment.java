package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;

/// Attaches to or detaches from the packet domain, +CGATT= (3GPP TS 27.007 clause 10.1.9).
public record SetAttachment(boolean attached) implements AtCommand<Boolean> {
  @Override
  public String text() {
    return "AT+CGATT=" + (attached ? 1 : 0);
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CONTEXT;
  }

  @Override
  public Optional<Boolean> parse(List<String> lines) {
    return Optional.of(true);
  }
}
