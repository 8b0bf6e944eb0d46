package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.hardware.Units;

/// The serving cell by Nordic's %XMONITOR, RSRP and SINR in bins.
public record ReadNordicMonitor(Units units) implements ReadRadio {
  /// With the formulas of the shipped families.
  public ReadNordicMonitor() {
    this(Units.shipped());
  }

  @Override
  public String text() {
    return "AT%XMONITOR";
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    return Lines.fields(lines, "%XMONITOR")
        .filter(fields -> fields.number(0).isPresent())
        .map(fields -> {
          Scale scale = new Scale(units, "%XMONITOR", fields);
          Optional<String> technology = Lines.technology(fields, 5);
          return technology
              .map(Radio::of)
              .orElse(Radio.UNKNOWN)
              .power(Optional.empty(), scale.at("rsrp", 10))
              .quality(Optional.empty(), scale.at("sinr", 11))
              .place(fields.some(6).map(band -> "B" + band), fields.some(7));
        });
  }
}
