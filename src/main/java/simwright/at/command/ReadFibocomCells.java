package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;

/// The serving cell by Fibocom's +GTCCINFO?, whose lines carry no prefix: RSRP and RSRQ coded as in
/// +CESQ, SINR as printed.
public record ReadFibocomCells() implements AtCommand<Radio> {
  private static final int LTE = 4;
  private static final int NR = 9;

  @Override
  public String text() {
    return "AT+GTCCINFO?";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.NETWORK;
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

  private static Radio read(Fields fields) {
    int technology = fields.number(1).orElse(0);
    if (technology == LTE) {
      return Radio.of("LTE")
          .power(Optional.empty(), Lines.bin(fields, 12, 97, -141, 1))
          .quality(Lines.bin(fields, 13, 34, -20, 0.5), Lines.decimal(fields, 10))
          .place(fields.some(8).map(band -> "B" + lteBand(fields)), fields.some(5));
    }
    if (technology == NR) {
      return Radio.of("NR")
          .power(Optional.empty(), Lines.bin(fields, 12, 126, -157, 1))
          .quality(Lines.bin(fields, 13, 126, -43.5, 0.5), Lines.decimal(fields, 10))
          .place(fields.some(8), fields.some(5));
    }
    return Radio.of("UMTS")
        .power(Lines.bin(fields, 11, 96, -121, 1), Optional.empty())
        .place(Optional.empty(), fields.some(5));
  }

  /// LTE bands are printed with 100 added.
  private static int lteBand(Fields fields) {
    int band = fields.number(8).orElse(0);
    return band > 100 ? band - 100 : band;
  }
}
