package simwright.at.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;

/// The cells around by Quectel's +QENG="neighbourcell": technology, channel number, physical cell
/// id.
public record ReadQuectelNeighbours() implements AtCommand<List<ReadQuectelNeighbours.Neighbour>> {
  /// A cell that is received beside the serving one.
  public record Neighbour(String technology, Optional<Integer> channel, Optional<Integer> cell) {}

  @Override
  public String text() {
    return "AT+QENG=\"neighbourcell\"";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.NETWORK;
  }

  @Override
  public Optional<List<Neighbour>> parse(List<String> lines) {
    List<Neighbour> found = new ArrayList<>();
    for (Fields fields : Lines.all(lines, "+QENG")) {
      if (!fields.text(0).startsWith("neighbourcell")) {
        return Optional.empty();
      }
      found.add(new Neighbour(fields.text(1), Lines.number(fields, 2), Lines.number(fields, 3)));
    }
    return Optional.of(List.copyOf(found));
  }
}
