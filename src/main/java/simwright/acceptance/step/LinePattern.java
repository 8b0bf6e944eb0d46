package simwright.acceptance.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import simwright.acceptance.plan.Parameters;

/// A regular expression over lines of a modem, whose named groups are measurements: parameter
/// `units` says `rsrp=dBm` for the group `(?<rsrp>...)`. A group without a unit measures nothing.
record LinePattern(Pattern pattern, Map<String, String> units) {
  /// A longer number would be an identity, and those are not measured.
  private static final String NUMBER = "[+-]?[0-9]{1,9}(?:\\.[0-9]{1,6})?";

  /// Reads the pattern of a parameter.
  static LinePattern of(Parameters with, String name) {
    return new LinePattern(Pattern.compile(with.text(name, "")), units(with));
  }

  /// The groups that are measured, with their units.
  static Map<String, String> units(Parameters with) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String each : with.list("units")) {
      int equals = each.indexOf('=');
      if (equals > 0 && equals < each.length() - 1) {
        all.put(each.substring(0, equals).strip(), each.substring(equals + 1).strip());
      }
    }
    return all;
  }

  /// Why it cannot be used; empty where it can.
  static Optional<String> objection(Parameters with, String name) {
    try {
      Pattern pattern = Pattern.compile(with.text(name, ""));
      Map<String, String> units = units(with);
      if (units.size() != with.list("units").size()) {
        return Optional.of("units are such as rsrp=dBm, one for each measured group");
      }
      return units.keySet().stream()
          .filter(group -> !pattern.namedGroups().containsKey(group))
          .findFirst()
          .map(group -> name + " has no group (?<" + group + ">...)");
    } catch (PatternSyntaxException e) {
      return Optional.of(name + ": " + e.getDescription());
    }
  }

  /// The measurements in the first line that matches; empty where none does.
  Optional<Map<String, Double>> in(List<String> lines) {
    return lines.stream().map(pattern::matcher).filter(Matcher::find).findFirst().map(this::values);
  }

  private Map<String, Double> values(Matcher found) {
    Map<String, Double> all = new LinkedHashMap<>();
    units
        .keySet()
        .forEach(group ->
            Optional.ofNullable(found.group(group))
                .map(String::strip)
                .filter(text -> text.matches(NUMBER))
                .ifPresent(text -> all.put(group, Double.valueOf(text))));
    return all;
  }
}
