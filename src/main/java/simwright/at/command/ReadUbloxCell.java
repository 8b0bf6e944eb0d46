package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.Fields;
import simwright.hardware.Units;

/// The serving cell by u-blox's +UCGED?: mode 2 with two lines that carry no prefix (RSRP and RSRQ
/// coded as in +CESQ, SINR in dB), mode 5 with +RSRP and +RSRQ lines in dBm and dB.
public record ReadUbloxCell(Units units) implements ReadRadio {
  /// With the formulas of the shipped families.
  public ReadUbloxCell() {
    this(Units.shipped());
  }

  @Override
  public String text() {
    return "AT+UCGED?";
  }

  @Override
  public List<String> prefixes() {
    return List.of("+UCGED", "+RSRP", "+RSRQ");
  }

  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    Optional<Fields> power = Lines.fields(lines, "+RSRP");
    if (power.isPresent()) {
      Optional<Fields> quality = Lines.fields(lines, "+RSRQ");
      return Optional.of(
          Radio.of("LTE")
              .power(Optional.empty(), Lines.decimal(power.get(), 2))
              .quality(quality.flatMap(fields -> Lines.decimal(fields, 2)), Optional.empty()));
    }
    return lines.stream()
        .filter(line -> Fields.prefix(line).isEmpty())
        .map(Fields::of)
        .filter(fields -> fields.size() >= 13)
        .findFirst()
        .map(this::lte)
        .or(() -> Lines.fields(lines, "+UCGED").map(fields -> Radio.UNKNOWN));
  }

  private Radio lte(Fields fields) {
    Scale scale = new Scale(units, "+UCGED", fields);
    return Radio.of("LTE")
        .power(Optional.empty(), scale.at("rsrp", 10))
        .quality(scale.at("rsrq", 11), scale.at("sinr", 12))
        .place(
            fields.some(1).filter(band -> !band.equals("255")).map(band -> "B" + band),
            fields.some(5).filter(cell -> !cell.matches("0+")));
  }
}
