package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;

/// Who made the device, +CGMI (3GPP TS 27.007 clause 5.1): free text on one line.
public record Manufacturer(String text) implements AtCommand<String> {
  /// As 3GPP TS 27.007 has it.
  public Manufacturer() {
    this("AT+CGMI");
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
