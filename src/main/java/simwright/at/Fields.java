package simwright.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// The comma-separated values of an information line, read with patience: quotes may be missing or
/// uneven, values may be missing or too many, blanks may stand anywhere. Nothing here throws.
public record Fields(List<String> values) {
  /// Splits what follows the prefix.
  public static Fields of(String line) {
    return split(afterPrefix(line));
  }

  /// Splits text that has no prefix.
  public static Fields split(String text) {
    List<String> values = new ArrayList<>();
    StringBuilder value = new StringBuilder();
    boolean quoted = false;
    boolean even = text.chars().filter(c -> c == '"').count() % 2 == 0;
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = even && !quoted;
      } else if (c == ',' && !quoted && depth == 0) {
        values.add(value.toString().strip());
        value.setLength(0);
        continue;
      }
      if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && c == ')') {
        depth = Math.max(0, depth - 1);
      }
      value.append(c);
    }
    values.add(value.toString().strip());
    return new Fields(List.copyOf(values));
  }

  /// The prefix of a line such as `+CSQ` in upper case, or "" when it has none.
  public static String prefix(String line) {
    String text = line.strip();
    int colon = text.indexOf(':');
    String head = (colon < 0 ? text : text.substring(0, colon)).strip();
    boolean marked = !head.isEmpty() && CommandNames.isMark(head.charAt(0));
    return marked && head.length() <= 24 ? head.toUpperCase(Locale.ROOT) : "";
  }

  /// What follows the prefix and its colon; the whole line when it has none.
  public static String afterPrefix(String line) {
    String text = line.strip();
    int colon = text.indexOf(':');
    return prefix(line).isEmpty() || colon < 0 ? text : text.substring(colon + 1).strip();
  }

  /// How many values there are; one empty value counts as none.
  public int size() {
    return values.size() == 1 && values.getFirst().isEmpty() ? 0 : values.size();
  }

  /// The value at a place without its quotes; "" when it is missing.
  public String text(int at) {
    if (at < 0 || at >= values.size()) {
      return "";
    }
    String value = values.get(at);
    return value.replace("\"", "").strip();
  }

  /// Whether the value at a place stands in quotes.
  public boolean quoted(int at) {
    return at < values.size() && values.get(at).startsWith("\"");
  }

  /// A whole number.
  public OptionalInt number(int at) {
    String text = text(at);
    try {
      return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  /// A number that may have a fraction, followed by letters of a unit.
  public OptionalDouble decimal(int at) {
    String text = text(at).replaceFirst("\\s*[A-Za-z%°]+$", "");
    try {
      return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /// The value as an optional text; empty when missing or "".
  public Optional<String> some(int at) {
    String text = text(at);
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
