package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.hardware.Units;

/// The serving cell by Telit's #SERVINFO: RSSI and, on LTE, RSRP in dBm.
public record ReadTelitCell(Units units) implements ReadRadio {
  /// With the formulas of the shipped families.
  public ReadTelitCell() {
    this(Units.shipped());
  }

  @Override
  public String text() {
    return "AT#SERVINFO";
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    return Lines.fields(lines, "#SERVINFO")
        .filter(fields -> fields.size() >= 5)
        .map(fields -> {
          boolean lte = fields.size() == 9 && fields.decimal(8).orElse(0) < 0;
          Scale scale = new Scale(units, "#SERVINFO", fields);
          return (lte ? Radio.of("LTE") : Radio.UNKNOWN)
              .power(scale.at("rssi", 1), lte ? scale.at("rsrp", 8) : Optional.empty())
              .place(Optional.empty(), fields.some(4));
        });
  }
}
