package simwright.device.handset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds values by their keys in what `dumpsys` prints, wherever they stand.
final class Keys {
  /// What Android prints for a number it does not have.
  private static final String NONE = Integer.toString(Integer.MAX_VALUE);

  private Keys() {}

  /// The first value after a key and `=` or `:`, up to a comma, a space or a closing bracket.
  static Optional<String> word(String text, String key) {
    Matcher found =
        Pattern.compile("(?<![A-Za-z0-9_])" + Pattern.quote(key) + "\\s*[=:]\\s*([^\\s,}\\]]+)")
            .matcher(text);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  /// The same as a whole number that is known.
  static Optional<Double> number(String text, String key) {
    return word(text, key)
        .filter(each -> !each.equals(NONE) && each.matches("-?[0-9]{1,9}"))
        .map(Double::valueOf);
  }

  /// The number of a line that begins with the key, as others may end with it.
  static Optional<Double> ofLine(String text, String key) {
    Pattern line = Pattern.compile("^\\s*" + Pattern.quote(key) + "\\s*[=:]", Pattern.MULTILINE);
    Matcher found = line.matcher(text);
    return found.find() ? number(text.substring(found.start()), key) : Optional.empty();
  }

  /// What stands in brackets after each such key, brackets within brackets included.
  static List<String> blocks(String text, String key, char open, char close) {
    List<String> all = new ArrayList<>();
    int at = text.indexOf(key);
    while (at >= 0) {
      int from = text.indexOf(open, at + key.length());
      int end = from < 0 ? -1 : end(text, from, open, close);
      if (end > 0 && text.substring(at + key.length(), from).matches("[=:\\s]*")) {
        all.add(text.substring(from + 1, end));
      }
      at = text.indexOf(key, at + key.length());
    }
    return all;
  }

  private static int end(String text, int from, char open, char close) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char each = text.charAt(i);
      depth += each == open ? 1 : each == close ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
