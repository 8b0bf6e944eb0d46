package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.Fields;
import simwright.hardware.Units;

/// Signal by Quectel's +QCSQ: technology, RSSI, RSRP, SINR, RSRQ in the raw units of the family.
public record ReadQuectelSignal(Units units) implements AtCommand<Radio> {
  /// With the formulas of the shipped families.
  public ReadQuectelSignal() {
    this(Units.shipped());
  }

  @Override
  public String text() {
    return "AT+QCSQ";
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    return Lines.fields(lines, "+QCSQ")
        .filter(fields -> fields.size() >= 1 && !fields.text(0).isEmpty())
        .map(this::read);
  }

  private Radio read(Fields fields) {
    if (fields.text(0).equalsIgnoreCase("NOSERVICE")) {
      return Radio.UNKNOWN;
    }
    boolean lte = fields.size() >= 5;
    Scale scale = new Scale(units, "+QCSQ", fields);
    Radio radio = Radio.of(fields.text(0)).power(scale.at("rssi", 1), Optional.empty());
    return lte
        ? radio
            .power(scale.at("rssi", 1), scale.at("rsrp", 2))
            .quality(scale.at("rsrq", 4), scale.at("sinr", 3))
        : radio;
  }
}
