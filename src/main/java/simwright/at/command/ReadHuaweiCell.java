package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;

/// The serving cell by Huawei's ^MONSC; powers in dBm, ratios in dB.
public record ReadHuaweiCell() implements AtCommand<Radio> {
  @Override
  public String text() {
    return "AT^MONSC";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.NETWORK;
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    return Lines.fields(lines, "^MONSC")
        .filter(fields -> fields.size() >= 1)
        .map(ReadHuaweiCell::read);
  }

  private static Radio read(Fields fields) {
    return switch (fields.text(0)) {
      case "LTE" ->
          Radio.of("LTE")
              .power(Lines.decimal(fields, 9), Lines.decimal(fields, 7))
              .quality(Lines.decimal(fields, 8), Optional.empty())
              .place(Optional.empty(), fields.some(4));
      case "WCDMA" ->
          Radio.of("UMTS")
              .power(Lines.decimal(fields, 7), Optional.empty())
              .place(Optional.empty(), fields.some(5));
      case "GSM" ->
          Radio.of("GSM")
              .power(Lines.decimal(fields, 8), Optional.empty())
              .place(Optional.empty(), fields.some(6));
      default -> Radio.UNKNOWN;
    };
  }
}
