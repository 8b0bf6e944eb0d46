package simwright.at.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;

/// The network slices, +C5GNSSAIRDP (3GPP TS 27.007 clause 10.1.55): the default configured,
/// rejected, configured and allowed ones, each SST alone or SST and SD in hexadecimal, as printed.
@NoKnownVector(because = "no public recording of +C5GNSSAIRDP is known")
public record ReadSlices() implements AtCommand<ReadSlices.Slices> {
  /// Slices such as `01` or `01.0000A1`; the first list that an answer holds is the default
  /// configured one, the last one the allowed one where there are at least two.
  public record Slices(List<String> defaults, List<String> allowed) {}

  @Override
  public String text() {
    return "AT+C5GNSSAIRDP";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.NETWORK;
  }

  @Override
  public Optional<Slices> parse(List<String> lines) {
    List<List<String>> lists = new ArrayList<>();
    for (Fields fields : Lines.all(lines, "+C5GNSSAIRDP")) {
      for (int i = 0; i < fields.size(); i++) {
        String value = fields.text(i);
        if (fields.quoted(i) || value.contains(".") || value.contains(":")) {
          lists.add(value.isEmpty() ? List.of() : List.of(value.split("[:;]")));
        }
      }
    }
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Slices(
            lists.isEmpty() ? List.of() : lists.getFirst(),
            lists.size() < 2 ? List.of() : lists.getLast()));
  }
}
