package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;

/// Why the last call, registration or context failed, +CEER (3GPP TS 27.007 clause 6.10): the
/// maker's text.
public record ReadExtendedError() implements AtCommand<String> {
  @Override
  public String text() {
    return "AT+CEER";
  }

  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public Optional<String> parse(List<String> lines) {
    return Lines.value(lines);
  }
}
