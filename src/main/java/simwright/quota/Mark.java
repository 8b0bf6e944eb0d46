package simwright.quota;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A mark of quality of service on packets: a differentiated services code point (RFC 2474) by its
/// name, such as EF, AF31 or CS1 (RFC 2597, RFC 3246), or its number from 0 to 63.
public record Mark(String name, int codePoint) {
  private static final Map<String, Integer> NAMED = named();

  /// The one that a text names.
  public static Optional<Mark> of(String text) {
    String name = text.strip().toUpperCase(Locale.ROOT);
    Integer known = NAMED.get(name);
    if (known != null) {
      return Optional.of(new Mark(name, known));
    }
    return name.matches("[0-9]{1,2}") && Integer.parseInt(name) < 64
        ? Optional.of(new Mark(name, Integer.parseInt(name)))
        : Optional.empty();
  }

  private static Map<String, Integer> named() {
    Map<String, Integer> all = new TreeMap<>();
    for (int i = 0; i < 8; i++) {
      all.put("CS" + i, i << 3);
    }
    for (int i = 1; i <= 4; i++) {
      for (int drop = 1; drop <= 3; drop++) {
        all.put("AF" + i + drop, i << 3 | drop << 1);
      }
    }
    all.put("EF", 46);
    return all;
  }
}
