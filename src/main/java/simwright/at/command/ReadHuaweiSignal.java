package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.Fields;
import simwright.hardware.Units;

/// Signal by Huawei's ^HCSQ?: technology, RSSI (RSCP), RSRP, SINR, RSRQ in bins; 255 is unknown.
public record ReadHuaweiSignal(Units units) implements ReadRadio {
  /// With the formulas of the shipped families.
  public ReadHuaweiSignal() {
    this(Units.shipped());
  }

  @Override
  public String text() {
    return "AT^HCSQ?";
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    return Lines.fields(lines, "^HCSQ").filter(fields -> !fields.text(0).isEmpty()).map(this::read);
  }

  private Radio read(Fields fields) {
    String mode = fields.text(0);
    if (mode.equalsIgnoreCase("NOSERVICE")) {
      return Radio.UNKNOWN;
    }
    Scale scale = new Scale(units, "^HCSQ", fields);
    Optional<Double> rssi = scale.at("rssi", 1);
    if (!mode.equalsIgnoreCase("LTE")) {
      return Radio.of(mode).power(rssi, Optional.empty());
    }
    return Radio.of(mode)
        .power(rssi, scale.at("rsrp", 2))
        .quality(scale.at("rsrq", 4), scale.at("sinr", 3));
  }
}
