package simwright.at.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.at.Fields;

/// The operators that can be received, +COPS=? (3GPP TS 27.007 clause 7.3). Takes minutes and
/// interrupts data.
public record ScanOperators() implements AtCommand<List<ScanOperators.Found>> {
  private static final Pattern ENTRY = Pattern.compile("\\(([^()]*)\\)");

  /// An operator: 0 unknown, 1 available, 2 current, 3 forbidden; names; number; access technology.
  public record Found(
      int status, String name, String shortName, String number, Optional<String> technology) {}

  @Override
  public String text() {
    return "AT+COPS=?";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.SCAN;
  }

  @Override
  public boolean abortable() {
    return true;
  }

  @Override
  public Optional<List<Found>> parse(List<String> lines) {
    List<Found> found = new ArrayList<>();
    for (String line : lines) {
      Matcher entry = ENTRY.matcher(Fields.afterPrefix(line).replaceFirst(",,.*$", ""));
      while (entry.find()) {
        Fields fields = Fields.split(entry.group(1));
        if (fields.number(0).isPresent() && fields.size() >= 4) {
          found.add(
              new Found(
                  fields.number(0).getAsInt(),
                  fields.text(1),
                  fields.text(2),
                  fields.text(3),
                  Lines.technology(fields, 4)));
        }
      }
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(found);
  }
}
