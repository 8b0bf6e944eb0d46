package simwright.job;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import simwright.acceptance.DrillTime;

/// A drill that takes place by the calendar: its name, which drill, on which device (as a person
/// writes its link), how many rounds (those of the plan where none are said), and when.
public record ScheduledDrill(
    String name, String drill, String device, OptionalInt rounds, DrillTime time) {
  /// In values that JSON knows, as the file holds it.
  public Map<String, Object> node() {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", name);
    node.put("drill", drill);
    node.put("device", device);
    rounds.ifPresent(each -> node.put("rounds", each));
    node.put("days", days());
    node.put("at", time.at().toString());
    node.put("zone", time.zone().getId());
    node.put("windowMinutes", time.window().toMinutes());
    node.put("since", time.since().toString());
    return node;
  }

  /// Its days as the file spells them: `mon`.
  List<String> days() {
    return time.days().stream().sorted().map(ScheduledDrill::key).toList();
  }

  /// A day by its first three letters, in small ones.
  public static Optional<DayOfWeek> day(String text) {
    return Arrays.stream(DayOfWeek.values()).filter(each -> key(each).equals(text)).findFirst();
  }

  private static String key(DayOfWeek day) {
    return day.getDisplayName(TextStyle.SHORT, Locale.ROOT).toLowerCase(Locale.ROOT);
  }

  /// For people: `local-outage on /dev/ttyUSB2, tue at 03:00 Europe/Paris`.
  public String words() {
    return drill
        + " on "
        + device
        + ", "
        + days().stream().collect(Collectors.joining(", "))
        + " at "
        + time.at()
        + " "
        + time.zone().getId();
  }
}
