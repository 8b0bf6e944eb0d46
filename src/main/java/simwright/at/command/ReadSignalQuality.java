package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;

/// Received signal strength, +CSQ (3GPP TS 27.007 clause 8.5): n of 0 to 31 stands for -113 + 2n
/// dBm, 99 is unknown.
public record ReadSignalQuality() implements AtCommand<Radio> {
  @Override
  public String text() {
    return "AT+CSQ";
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    return Lines.fields(lines, "+CSQ")
        .filter(fields -> Lines.number(fields, 0).isPresent())
        .map(fields -> Radio.UNKNOWN.power(Lines.bin(fields, 0, 31, -113, 2), Optional.empty()));
  }
}
