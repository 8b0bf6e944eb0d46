package simwright.at.command;

import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;

/// Technology, network, band and channel number by Quectel's +QNWINFO.
public record ReadQuectelNetwork() implements AtCommand<ReadQuectelNetwork.Network> {
  /// What is in use; without service all is empty.
  public record Network(
      String technology, String plmn, Optional<String> band, Optional<Integer> channel) {}

  @Override
  public String text() {
    return "AT+QNWINFO";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.NETWORK;
  }

  @Override
  public Optional<Network> parse(List<String> lines) {
    return Lines.fields(lines, "+QNWINFO")
        .map(fields ->
            new Network(fields.text(0), fields.text(1), fields.some(2), Lines.number(fields, 3)));
  }
}
