package simwright.at.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import simwright.at.AtCommand;
import simwright.at.Fields;

/// Signal by Quectel's +QCSQ: technology, RSSI, RSRP in dBm, SINR as n/5 - 20 dB, RSRQ in dB. Some
/// firmware prints the RSSI without its sign.
public record ReadQuectelSignal() implements AtCommand<Radio> {
  @Override
  public String text() {
    return "AT+QCSQ";
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    return Lines.fields(lines, "+QCSQ")
        .filter(fields -> fields.size() >= 1 && !fields.text(0).isEmpty())
        .map(ReadQuectelSignal::read);
  }

  private static Radio read(Fields fields) {
    if (fields.text(0).equalsIgnoreCase("NOSERVICE")) {
      return Radio.UNKNOWN;
    }
    boolean lte = fields.size() >= 5;
    Optional<Double> rssi = boxed(fields.decimal(1)).map(value -> value > 0 ? -value : value);
    return new Radio(
        Optional.of(fields.text(0)),
        rssi,
        lte ? boxed(fields.decimal(2)) : Optional.empty(),
        lte ? boxed(fields.decimal(4)) : Optional.empty(),
        lte ? boxed(fields.decimal(3)).map(n -> Math.round(n * 2 - 200) / 10.0) : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }
}
