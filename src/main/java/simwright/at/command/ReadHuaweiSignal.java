package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;

/// Signal by Huawei's ^HCSQ?: bins of 1 dBm from -121 (RSSI, RSCP) and -141 (RSRP), of 0.2 dB from
/// -20.2 (SINR) and 0.5 dB from -20 (RSRQ); 255 is unknown.
public record ReadHuaweiSignal() implements AtCommand<Radio> {
  @Override
  public String text() {
    return "AT^HCSQ?";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.NETWORK;
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    return Lines.fields(lines, "^HCSQ")
        .filter(fields -> !fields.text(0).isEmpty())
        .map(ReadHuaweiSignal::read);
  }

  private static Radio read(Fields fields) {
    String mode = fields.text(0);
    if (mode.equalsIgnoreCase("NOSERVICE")) {
      return Radio.UNKNOWN;
    }
    Optional<Double> rssi = Lines.bin(fields, 1, 96, -121, 1);
    if (!mode.equalsIgnoreCase("LTE")) {
      return Radio.of(mode).power(rssi, Optional.empty());
    }
    return Radio.of(mode)
        .power(rssi, Lines.bin(fields, 2, 97, -141, 1))
        .quality(Lines.bin(fields, 4, 34, -20, 0.5), Lines.bin(fields, 3, 251, -20.2, 0.2));
  }
}
