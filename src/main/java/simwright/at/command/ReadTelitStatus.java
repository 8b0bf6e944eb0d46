package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.Fields;
import simwright.hardware.Units;

/// The serving cell by Telit's #RFSTS: of LTE (16 values), UMTS (more) or GSM (14); powers in dBm,
/// ratios in dB. The line holds the IMSI, which is not taken over.
public record ReadTelitStatus(Units units) implements ReadRadio {
  /// With the formulas of the shipped families.
  public ReadTelitStatus() {
    this(Units.shipped());
  }

  @Override
  public String text() {
    return "AT#RFSTS";
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    return Lines.fields(lines, "#RFSTS").filter(fields -> fields.size() >= 14).map(this::read);
  }

  private Radio read(Fields fields) {
    Scale scale = new Scale(units, "#RFSTS", fields);
    return switch (fields.size()) {
      case 14 ->
          Radio.of("GSM")
              .power(scale.at("rssi", 2), Optional.empty())
              .place(Optional.empty(), fields.some(9));
      case 15, 16, 17 ->
          Radio.of("LTE")
              .power(scale.at("rssi", 3), scale.at("rsrp", 2))
              .quality(scale.at("rsrq", 4), Optional.empty())
              .place(fields.some(15), fields.some(11));
      default ->
          Radio.of("UMTS")
              .power(scale.at("rscp", 5), Optional.empty())
              .place(Optional.empty(), fields.some(14));
    };
  }
}
