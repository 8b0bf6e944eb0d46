package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.Fields;
import simwright.hardware.Units;

/// The serving cell by Fibocom's +GTCCINFO?, whose lines carry no prefix.
public record ReadFibocomCells(Units units) implements ReadRadio {
  private static final int LTE = 4;
  private static final int NR = 9;

  /// With the formulas of the shipped families.
  public ReadFibocomCells() {
    this(Units.shipped());
  }

  @Override
  public String text() {
    return "AT+GTCCINFO?";
  }

  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public Optional<Radio> parse(List<String> lines) {
    boolean answered = false;
    for (String line : lines) {
      answered |= Fields.prefix(line).equals("+GTCCINFO");
      Fields fields = Fields.of(line);
      if (fields.number(0).orElse(0) == 1 && fields.size() >= 12) {
        return Optional.of(read(fields));
      }
    }
    return answered ? Optional.of(Radio.UNKNOWN) : Optional.empty();
  }

  private Radio read(Fields fields) {
    Scale scale = new Scale(units, "+GTCCINFO", fields);
    int technology = fields.number(1).orElse(0);
    if (technology == LTE) {
      return Radio.of("LTE")
          .power(Optional.empty(), scale.at("rsrp_lte", 12))
          .quality(scale.at("rsrq_lte", 13), scale.at("sinr", 10))
          .place(scale.whole("band_lte", 8).map(band -> "B" + band), fields.some(5));
    }
    if (technology == NR) {
      return Radio.of("NR")
          .power(Optional.empty(), scale.at("rsrp_nr", 12))
          .quality(scale.at("rsrq_nr", 13), scale.at("sinr", 10))
          .place(fields.some(8), fields.some(5));
    }
    return Radio.of("UMTS")
        .power(scale.at("rscp", 11), Optional.empty())
        .place(Optional.empty(), fields.some(5));
  }
}
