package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.Fields;
import simwright.hardware.Units;

/// The serving cell by Cinterion's ^SMONI of 2G, 3G or 4G; powers in dBm, ratios in dB.
public record ReadCinterionCell(Units units) implements ReadRadio {
  /// With the formulas of the shipped families.
  public ReadCinterionCell() {
    this(Units.shipped());
  }

  @Override
  public String text() {
    return "AT^SMONI";
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    return Lines.fields(lines, "^SMONI").filter(fields -> fields.size() >= 2).map(this::read);
  }

  private Radio read(Fields fields) {
    Scale scale = new Scale(units, "^SMONI", fields);
    boolean there = fields.size() > 4;
    return switch (fields.text(0)) {
      case "2G" ->
          there
              ? Radio.of("GSM")
                  .power(scale.at("rssi", 2), Optional.empty())
                  .place(Optional.empty(), fields.some(6))
              : Radio.of("GSM");
      case "3G" ->
          there
              ? Radio.of("UMTS")
                  .power(scale.at("rssi", 4), Optional.empty())
                  .place(Optional.empty(), fields.some(8))
              : Radio.of("UMTS");
      case "4G" ->
          there
              ? Radio.of("LTE")
                  .power(Optional.empty(), scale.at("rsrp", 12))
                  .quality(scale.at("rsrq", 13), Optional.empty())
                  .place(fields.some(2).map(band -> "B" + band), fields.some(9))
              : Radio.of("LTE");
      default -> Radio.UNKNOWN;
    };
  }
}
