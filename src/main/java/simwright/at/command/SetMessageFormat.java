package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;

/// Chooses text or PDU for messages, +CMGF= (3GPP TS 27.005 clause 3.2.3).
public record SetMessageFormat(boolean textMode) implements AtCommand<Boolean> {
  @Override
  public String text() {
    return "AT+CMGF=" + (textMode ? 1 : 0);
  }

  @Override
  public Optional<Boolean> parse(List<String> lines) {
    return Optional.of(true);
  }
}
