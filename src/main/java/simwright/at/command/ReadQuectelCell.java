package simwright.at.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import simwright.at.Fields;
import simwright.hardware.Units;

/// The serving cell by Quectel's +QENG="servingcell": RSSI, RSRP, RSCP in dBm, RSRQ and SINR in dB
/// as printed. Which values stand where depends on the technology.
public record ReadQuectelCell(Units units) implements ReadRadio {
  private static final Set<String> TECHNOLOGIES =
      Set.of("LTE", "CAT-M", "CAT-NB", "EMTC", "NBIOT", "NR5G-SA", "NR5G-NSA", "WCDMA", "GSM");

  /// With the formulas of the shipped families.
  public ReadQuectelCell() {
    this(Units.shipped());
  }

  @Override
  public String text() {
    return "AT+QENG=\"servingcell\"";
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    List<Radio> found = new ArrayList<>();
    for (Fields fields : Lines.all(lines, "+QENG")) {
      read(fields).ifPresent(found::add);
    }
    return found.stream()
        .filter(radio -> radio.strength().isPresent())
        .findFirst()
        .or(() -> found.stream().findFirst());
  }

  private Optional<Radio> read(Fields fields) {
    for (int i = 0; i < Math.min(3, fields.size()); i++) {
      if (TECHNOLOGIES.contains(fields.text(i))) {
        return Optional.of(cell(fields, i + 1, fields.text(i)));
      }
    }
    return fields.text(0).equals("servingcell") && fields.size() >= 2
        ? Optional.of(Radio.UNKNOWN)
        : Optional.empty();
  }

  /// `at` is the place after the technology.
  private Radio cell(Fields fields, int at, String technology) {
    Radio radio = Radio.of(technology);
    Scale scale = new Scale(units, "+QENG", fields);
    return switch (technology) {
      case "GSM" ->
          radio
              .power(scale.at("rssi", at + 7), Optional.empty())
              .place(Optional.empty(), fields.some(at + 3));
      case "WCDMA" ->
          radio
              .power(scale.at("rssi", at + 7), Optional.empty())
              .place(Optional.empty(), fields.some(at + 3));
      case "NR5G-SA" ->
          radio
              .power(Optional.empty(), scale.at("rsrp", at + 9))
              .quality(scale.at("rsrq", at + 10), scale.at("sinr", at + 11))
              .place(fields.some(at + 7).map(band -> "n" + band), fields.some(at + 3));
      case "NR5G-NSA" ->
          radio
              .power(Optional.empty(), scale.at("rsrp", at + 3))
              .quality(scale.at("rsrq", at + 5), scale.at("sinr", at + 4))
              .place(fields.some(at + 7).map(band -> "n" + band), Optional.empty());
      default ->
          radio
              .power(scale.at("rssi", at + 12), scale.at("rsrp", at + 10))
              .quality(scale.at("rsrq", at + 11), scale.at("sinr", at + 13))
              .place(fields.some(at + 6).map(band -> "B" + band), fields.some(at + 3));
    };
  }
}
