package simwright.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// JSON in the one form of RFC 8785: keys sorted, no blanks, shortest escapes. Values are text,
/// whole numbers, booleans, lists and maps; there are no fractions.
final class Canonical {
  private Canonical() {}

  static String json(Map<String, ?> fields) {
    StringBuilder text = new StringBuilder(256);
    value(fields, text);
    return text.toString();
  }

  private static void value(Object value, StringBuilder text) {
    switch (value) {
      case String s -> string(s, text);
      case Integer n -> text.append(n.intValue());
      case Long n -> text.append(n.longValue());
      case Boolean b -> text.append(b.booleanValue());
      case Map<?, ?> map -> object(map, text);
      case List<?> list -> array(list, text);
      default ->
          throw new IllegalArgumentException(
              "a record cannot hold a " + value.getClass().getName());
    }
  }

  private static void object(Map<?, ?> map, StringBuilder text) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((key, each) -> sorted.put((String) key, each));
    text.append('{');
    String comma = "";
    for (Map.Entry<String, Object> entry : sorted.entrySet()) {
      text.append(comma);
      string(entry.getKey(), text);
      text.append(':');
      value(entry.getValue(), text);
      comma = ",";
    }
    text.append('}');
  }

  private static void array(List<?> list, StringBuilder text) {
    text.append('[');
    String comma = "";
    for (Object each : list) {
      text.append(comma);
      value(each, text);
      comma = ",";
    }
    text.append(']');
  }

  private static void string(String s, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < 0x20 || lone(s, i)) {
            text.append("\\u");
            String hex = Integer.toHexString(c);
            text.append("0".repeat(4 - hex.length())).append(hex);
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  /// Half of a surrogate pair has no UTF-8 and would not come back as it went.
  private static boolean lone(String s, int i) {
    char c = s.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == s.length() || !Character.isLowSurrogate(s.charAt(i + 1));
    }
    return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(s.charAt(i - 1)));
  }
}
