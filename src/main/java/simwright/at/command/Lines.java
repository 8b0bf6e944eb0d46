package simwright.at.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simwright.at.Fields;

/// What the commands have in common when they read lines.
final class Lines {
  private static final Pattern DIGITS = Pattern.compile("(?<![0-9])[0-9]{14,20}(?![0-9])");

  private Lines() {}

  /// The first line with this prefix, taken apart.
  static Optional<Fields> fields(List<String> lines, String prefix) {
    return lines.stream()
        .filter(line -> Fields.prefix(line).equals(prefix))
        .findFirst()
        .map(Fields::of);
  }

  /// All lines with this prefix, taken apart.
  static List<Fields> all(List<String> lines, String prefix) {
    return lines.stream()
        .filter(line -> Fields.prefix(line).equals(prefix))
        .map(Fields::of)
        .toList();
  }

  /// The text of an answer that is one value, with or without prefix and quotes; empty when there
  /// is no line.
  static Optional<String> value(List<String> lines) {
    return lines.stream()
        .findFirst()
        .map(line -> Fields.afterPrefix(line).replace("\"", "").strip());
  }

  /// An identifier made of the first run of digits that `make` takes.
  static <T> Optional<T> identifier(List<String> lines, Function<String, T> make) {
    for (String line : lines) {
      Matcher run = DIGITS.matcher(Fields.afterPrefix(line));
      if (run.find()) {
        try {
          return Optional.of(make.apply(run.group()));
        } catch (IllegalArgumentException notThisKind) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /// A number with a fraction; empty where there is none.
  static Optional<Double> decimal(Fields fields, int at) {
    OptionalDouble value = fields.decimal(at);
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  /// A whole number; empty where there is none.
  static Optional<Integer> number(Fields fields, int at) {
    OptionalInt value = fields.number(at);
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }

  /// A value that is coded as a bin: `first + step * n`, n from 0 to `most`; others are unknown.
  static Optional<Double> bin(Fields fields, int at, int most, double first, double step) {
    return number(fields, at).filter(n -> n >= 0 && n <= most).map(n -> first + step * n);
  }

  /// An access technology as 3GPP TS 27.007 clause 7.3 numbers it, in the words of the field.
  static Optional<String> technology(Fields fields, int at) {
    return fields.number(at).isPresent()
        ? Optional.of(technology(fields.number(at).getAsInt()))
        : Optional.empty();
  }

  static String technology(int act) {
    return switch (act) {
      case 0, 1 -> "GSM";
      case 2 -> "UMTS";
      case 3 -> "EDGE";
      case 4 -> "HSDPA";
      case 5 -> "HSUPA";
      case 6 -> "HSPA";
      case 7 -> "LTE";
      case 8 -> "EC-GSM-IoT";
      case 9 -> "NB-IoT";
      case 10 -> "LTE (5GC)";
      case 11 -> "NR";
      case 12 -> "NG-RAN";
      case 13 -> "EN-DC";
      case 14, 15, 16 -> "satellite";
      default -> "technology " + act;
    };
  }

  /// The name of a command in upper case: `+CSQ` of `AT+CSQ`.
  static String name(String text) {
    String rest = text.strip().toUpperCase(Locale.ROOT).replaceFirst("^AT", "");
    return rest.replaceFirst("[=?].*$", "");
  }

  /// What follows the name: `?`, `=?`, `=1,2` or nothing.
  static String arguments(String text) {
    String rest = text.strip();
    int from = rest.regionMatches(true, 0, "AT", 0, 2) ? 2 : 0;
    return rest.substring(Math.min(rest.length(), from + name(text).length())).strip();
  }
}
