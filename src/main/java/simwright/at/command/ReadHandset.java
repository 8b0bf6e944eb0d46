package simwright.at.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simwright.at.AtCommand;
import simwright.at.Fields;

/// What a Samsung handset tells of itself, +DEVCONINFO: names and values in brackets, such as MN
/// the model, VER the firmware, IMEI.
public record ReadHandset() implements AtCommand<Map<String, String>> {
  private static final Pattern ENTRY = Pattern.compile("([A-Z]{2,8})\\(([^()]*)\\)");

  @Override
  public String text() {
    return "AT+DEVCONINFO";
  }

  @Override
  public Optional<Map<String, String>> parse(List<String> lines) {
    Map<String, String> entries = new TreeMap<>();
    for (String line : lines) {
      Matcher entry = ENTRY.matcher(Fields.afterPrefix(line));
      while (entry.find()) {
        entries.put(entry.group(1), entry.group(2));
      }
    }
    return entries.isEmpty() ? Optional.empty() : Optional.of(entries);
  }
}
