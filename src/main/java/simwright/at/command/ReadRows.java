package simwright.at.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.Fields;

/// A setting that the device tells by its own command and whose meaning stands in the hardware
/// profile (+QCFG, +QNWCFG, +CTEC, +SETUSB? ...): the values of each line, without the prefix.
public record ReadRows(String text) implements AtCommand<List<List<String>>> {
  @Override
  public boolean plain() {
    return true;
  }

  @Override
  public Optional<List<List<String>>> parse(List<String> lines) {
    List<List<String>> rows = new ArrayList<>();
    for (String line : lines) {
      Fields fields = Fields.of(line);
      List<String> row = new ArrayList<>();
      for (int i = 0; i < fields.size(); i++) {
        row.add(fields.text(i));
      }
      rows.add(List.copyOf(row));
    }
    return Optional.of(List.copyOf(rows));
  }
}
