package simwright.at.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simwright.at.Fields;
import simwright.hardware.Units;

/// System information by SIMCom's +CPSI?, whose numbers differ in unit between firmwares.
public record ReadSimcomSystem(Units units) implements ReadRadio {
  /// With the formulas of the shipped families.
  public ReadSimcomSystem() {
    this(Units.shipped());
  }

  @Override
  public String text() {
    return "AT+CPSI?";
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    return Lines.fields(lines, "+CPSI").filter(fields -> fields.size() >= 2).map(this::read);
  }

  private Radio read(Fields fields) {
    String mode = fields.text(0).toUpperCase(Locale.ROOT);
    Radio radio = Radio.of(fields.text(0));
    Scale scale = new Scale(units, "+CPSI", fields);
    if (mode.startsWith("NO SERVICE")) {
      return Radio.UNKNOWN;
    }
    if (mode.startsWith("NR5G")) {
      return radio
          .power(Optional.empty(), scale.at("rsrp_nr", 8))
          .quality(scale.at("rsrq_nr", 9), scale.at("sinr_nr", 10))
          .place(fields.some(6), fields.some(4));
    }
    if (mode.startsWith("WCDMA")) {
      return radio
          .power(scale.at("rscp", 10), Optional.empty())
          .place(fields.some(5), fields.some(4));
    }
    if (mode.startsWith("GSM")) {
      return radio
          .power(scale.at("rscp", 6), Optional.empty())
          .place(fields.some(5), fields.some(4));
    }
    return radio
        .power(scale.at("rssi", 12), scale.at("rsrp", 11))
        .quality(scale.at("rsrq", 10), scale.at("sinr", 13))
        .place(fields.some(6), fields.some(4));
  }
}
