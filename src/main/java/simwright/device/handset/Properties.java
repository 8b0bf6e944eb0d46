package simwright.device.handset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What `getprop` prints: `[key]: [value]`, where a value may have several lines.
record Properties(Map<String, String> all) {
  private static final Pattern ENTRY =
      Pattern.compile("^\\[([^\\]\\n]+)\\]: \\[(.*?)\\]$", Pattern.MULTILINE | Pattern.DOTALL);

  static Properties read(String text) {
    Map<String, String> all = new HashMap<>();
    Matcher entry = ENTRY.matcher(text);
    while (entry.find()) {
      all.put(entry.group(1), entry.group(2));
    }
    return new Properties(Map.copyOf(all));
  }

  /// A value that is there and not empty.
  Optional<String> value(String key) {
    return Optional.ofNullable(all.get(key)).map(String::strip).filter(text -> !text.isEmpty());
  }

  /// The values of a property that has one for each slot, with commas between; "" for none.
  List<String> slots(String key) {
    return List.of(all.getOrDefault(key, "").split(",", -1)).stream().map(String::strip).toList();
  }
}
