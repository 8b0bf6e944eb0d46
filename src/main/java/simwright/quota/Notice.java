package simwright.quota;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How an operator words its account of data in a short message or a USSD answer: a pattern with
/// the named groups `used`, `left` and `cap`, and whether it tells that the quota began anew.
public record Notice(String operator, Pattern pattern, boolean reset) {
  /// What was told: used, left and the cap, as far as they were, and whether the quota began anew.
  public record Told(
      String operator, OptionalLong used, OptionalLong left, OptionalLong cap, boolean reset) {}

  /// What a text says; empty where it is of another kind.
  Optional<Told> read(String text) {
    Matcher found = pattern.matcher(text);
    if (!found.find()) {
      return Optional.empty();
    }
    Map<String, Integer> groups = pattern.namedGroups();
    return Optional.of(
        new Told(
            operator,
            volume(found, groups, "used"),
            volume(found, groups, "left"),
            volume(found, groups, "cap"),
            reset));
  }

  private static OptionalLong volume(Matcher found, Map<String, Integer> groups, String name) {
    Integer group = groups.get(name);
    String text = group == null ? null : found.group(group);
    return text == null ? OptionalLong.empty() : Volume.bytes(text);
  }
}
