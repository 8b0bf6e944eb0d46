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
        .filter(fields -> fields.number(0).isPresent())
        .map(fields -> of(fields.number(0).getAsInt()));
  }

  private static Radio of(int n) {
    Optional<Double> rssi = n >= 0 && n <= 31 ? Optional.of(-113.0 + 2 * n) : Optional.empty();
    return new Radio(
        Optional.empty(),
        rssi,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
