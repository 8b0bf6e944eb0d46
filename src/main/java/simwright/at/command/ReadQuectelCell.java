package simwright.at.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;

/// The serving cell by Quectel's +QENG="servingcell": RSSI, RSRP, RSCP in dBm, RSRQ and SINR in dB
/// as printed. Which values stand where depends on the technology.
public record ReadQuectelCell() implements AtCommand<Radio> {
  private static final Set<String> TECHNOLOGIES =
      Set.of("LTE", "CAT-M", "CAT-NB", "EMTC", "NBIOT", "NR5G-SA", "NR5G-NSA", "WCDMA", "GSM");

  @Override
  public String text() {
    return "AT+QENG=\"servingcell\"";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.NETWORK;
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

  private static Optional<Radio> read(Fields fields) {
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
  private static Radio cell(Fields fields, int at, String technology) {
    Radio radio = Radio.of(technology);
    return switch (technology) {
      case "GSM" ->
          radio
              .power(Lines.decimal(fields, at + 7), Optional.empty())
              .place(Optional.empty(), fields.some(at + 3));
      case "WCDMA" ->
          radio
              .power(Lines.decimal(fields, at + 7), Optional.empty())
              .place(Optional.empty(), fields.some(at + 3));
      case "NR5G-SA" ->
          radio
              .power(Optional.empty(), Lines.decimal(fields, at + 9))
              .quality(Lines.decimal(fields, at + 10), Lines.decimal(fields, at + 11))
              .place(fields.some(at + 7).map(band -> "n" + band), fields.some(at + 3));
      case "NR5G-NSA" ->
          radio
              .power(Optional.empty(), Lines.decimal(fields, at + 3))
              .quality(Lines.decimal(fields, at + 5), Lines.decimal(fields, at + 4))
              .place(fields.some(at + 7).map(band -> "n" + band), Optional.empty());
      default ->
          radio
              .power(Lines.decimal(fields, at + 12), Lines.decimal(fields, at + 10))
              .quality(Lines.decimal(fields, at + 11), Lines.decimal(fields, at + 13))
              .place(fields.some(at + 6).map(band -> "B" + band), fields.some(at + 3));
    };
  }
}
