package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.hardware.Units;

/// The connection evaluated without using it, by Nordic's %CONEVAL: result (0 done), RRC state,
/// energy estimate, then RSRP, RSRQ and SINR in bins, cell, network, channel, band.
public record ReadNordicEvaluation(Units units) implements ReadRadio {
  /// With the formulas of the shipped families.
  public ReadNordicEvaluation() {
    this(Units.shipped());
  }

  @Override
  public String text() {
    return "AT%CONEVAL";
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    return Lines.fields(lines, "%CONEVAL")
        .filter(fields -> fields.number(0).isPresent())
        .map(fields -> {
          Scale scale = new Scale(units, "%CONEVAL", fields);
          return Radio.UNKNOWN
              .power(Optional.empty(), scale.at("rsrp", 3))
              .quality(scale.at("rsrq", 4), scale.at("sinr", 5))
              .place(fields.some(10).map(band -> "B" + band), fields.some(6));
        });
  }
}
