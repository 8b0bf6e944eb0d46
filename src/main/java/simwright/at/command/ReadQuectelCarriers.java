package simwright.at.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;

/// The carriers in use by Quectel's +QCAINFO: the primary one (PCC) and those added to it (SCC),
/// with channel number, bandwidth in the unit of the firmware, band, RSRP in dBm and RSRQ in dB.
public record ReadQuectelCarriers() implements AtCommand<List<ReadQuectelCarriers.Carrier>> {
  /// A carrier.
  public record Carrier(
      String role,
      Optional<Integer> channel,
      String band,
      Optional<Integer> cell,
      Optional<Double> rsrpDbm,
      Optional<Double> rsrqDb) {}

  @Override
  public String text() {
    return "AT+QCAINFO";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.NETWORK;
  }

  @Override
  public Optional<List<Carrier>> parse(List<String> lines) {
    List<Carrier> carriers = new ArrayList<>();
    for (Fields fields : Lines.all(lines, "+QCAINFO")) {
      if (fields.size() < 4) {
        return Optional.empty();
      }
      carriers.add(
          new Carrier(
              fields.text(0),
              Lines.number(fields, 1),
              fields.text(3),
              Lines.number(fields, 5),
              Lines.decimal(fields, 6),
              Lines.decimal(fields, 7)));
    }
    return Optional.of(List.copyOf(carriers));
  }
}
