package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;

/// Which model it is, +CGMM (3GPP TS 27.007 clause 5.2): free text on one line.
public record Model(String text) implements AtCommand<String> {
  /// As 3GPP TS 27.007 has it.
  public Model() {
    this("AT+CGMM");
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
