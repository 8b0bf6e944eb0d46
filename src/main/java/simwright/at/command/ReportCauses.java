package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;

/// Asks for registration reports with area, cell and reject cause: `AT+CEREG=3` and its sisters
/// (3GPP TS 27.007 clause 7.2).
public record ReportCauses(String name, int n) implements AtCommand<Boolean> {
  @Override
  public String text() {
    return "AT" + name + "=" + n;
  }

  @Override
  public Optional<Boolean> parse(List<String> lines) {
    return Optional.of(true);
  }
}
