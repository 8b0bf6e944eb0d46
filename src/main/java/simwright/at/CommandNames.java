package simwright.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Takes command lines apart: at semicolons outside quotes, and into names such as `+CSQ`.
public final class CommandNames {
  private static final Pattern SILENT =
      Pattern.compile(
          "\\+(?:C(?:5G|[GE])?REG|CPIN|CFUN)\\s*=\\s*[^?\\s].*", Pattern.CASE_INSENSITIVE);

  private CommandNames() {}

  /// The commands of a line, without the leading AT.
  public static List<String> split(String line) {
    String rest = line.strip();
    if (rest.regionMatches(true, 0, "AT", 0, 2)) {
      rest = rest.substring(2);
    }
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      quoted ^= c == '"';
      if (c == ';' && !quoted) {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    parts.add(part.toString().strip());
    parts.removeIf(String::isEmpty);
    return parts;
  }

  /// The prefixes that information lines of this line's answer carry, in upper case: its names
  /// without those of settings that are answered by OK alone, whose prefix only reports carry.
  public static List<String> prefixes(String line) {
    return split(line).stream()
        .filter(part -> !SILENT.matcher(part).matches())
        .flatMap(part -> names(List.of(part)).stream())
        .toList();
  }

  /// The names of a line's commands, in upper case.
  public static List<String> of(String line) {
    return names(split(line));
  }

  private static List<String> names(List<String> parts) {
    List<String> names = new ArrayList<>();
    for (String part : parts) {
      String upper = part.toUpperCase(Locale.ROOT);
      int end = 1;
      while (end < upper.length() && isName(upper.charAt(end))) {
        end++;
      }
      if (!upper.isEmpty() && isMark(upper.charAt(0))) {
        names.add(upper.substring(0, end));
      }
    }
    return names;
  }

  /// Whether extended commands and their answers begin with this character.
  public static boolean isMark(char c) {
    return "+^#%$*!&@_".indexOf(c) >= 0;
  }

  private static boolean isName(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }
}
