package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.Fields;
import simwright.hardware.Units;

/// The serving cell by Huawei's ^MONSC; powers in dBm, ratios in dB.
public record ReadHuaweiCell(Units units) implements ReadRadio {
  /// With the formulas of the shipped families.
  public ReadHuaweiCell() {
    this(Units.shipped());
  }

  @Override
  public String text() {
    return "AT^MONSC";
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    return Lines.fields(lines, "^MONSC").filter(fields -> fields.size() >= 1).map(this::read);
  }

  private Radio read(Fields fields) {
    Scale scale = new Scale(units, "^MONSC", fields);
    return switch (fields.text(0)) {
      case "LTE" ->
          Radio.of("LTE")
              .power(scale.at("rssi", 9), scale.at("rsrp", 7))
              .quality(scale.at("rsrq", 8), Optional.empty())
              .place(Optional.empty(), fields.some(4));
      case "WCDMA" ->
          Radio.of("UMTS")
              .power(scale.at("rssi", 7), Optional.empty())
              .place(Optional.empty(), fields.some(5));
      case "GSM" ->
          Radio.of("GSM")
              .power(scale.at("rssi", 8), Optional.empty())
              .place(Optional.empty(), fields.some(6));
      default -> Radio.UNKNOWN;
    };
  }
}
