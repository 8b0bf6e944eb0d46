package simwright.at.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;

/// System information by SIMCom's +CPSI?: RSRP, RSRQ and RSSI in tenths on older firmware, told by
/// an RSRP that cannot be in dBm; SINR in dB.
public record ReadSimcomSystem() implements AtCommand<Radio> {
  private static final double LOWEST_RSRP = -200;

  @Override
  public String text() {
    return "AT+CPSI?";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.NETWORK;
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    return Lines.fields(lines, "+CPSI")
        .filter(fields -> fields.size() >= 2)
        .map(ReadSimcomSystem::read);
  }

  private static Radio read(Fields fields) {
    String mode = fields.text(0).toUpperCase(Locale.ROOT);
    Radio radio = Radio.of(fields.text(0));
    if (mode.startsWith("NO SERVICE")) {
      return Radio.UNKNOWN;
    }
    if (mode.startsWith("NR5G")) {
      return radio
          .power(Optional.empty(), scaled(fields, 8, 8))
          .quality(scaled(fields, 9, 8), scaled(fields, 10, 8))
          .place(fields.some(6), fields.some(4));
    }
    if (mode.startsWith("WCDMA")) {
      return radio
          .power(Lines.decimal(fields, 10), Optional.empty())
          .place(fields.some(5), fields.some(4));
    }
    if (mode.startsWith("GSM")) {
      return radio
          .power(Lines.decimal(fields, 6), Optional.empty())
          .place(fields.some(5), fields.some(4));
    }
    return radio
        .power(scaled(fields, 12, 11), scaled(fields, 11, 11))
        .quality(scaled(fields, 10, 11), Lines.decimal(fields, 13))
        .place(fields.some(6), fields.some(4));
  }

  private static Optional<Double> scaled(Fields fields, int at, int rsrpAt) {
    boolean tenths = fields.decimal(rsrpAt).orElse(0) < LOWEST_RSRP;
    return Lines.decimal(fields, at).map(value -> tenths ? value / 10 : value);
  }
}
