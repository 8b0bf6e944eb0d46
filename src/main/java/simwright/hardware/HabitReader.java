package simwright.hardware;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import simwright.hardware.HardwareProfile.EuiccHabits;
import simwright.hardware.HardwareProfile.Habits;

/// Reads the habits of a simulated modem; what is not named is usual.
final class HabitReader {
  private HabitReader() {}

  static Habits read(JsonNode node) {
    JsonNode scan = node.path("scan_s");
    Map<String, Duration> late = new LinkedHashMap<>();
    node.path("late_ms")
        .properties()
        .forEach(entry -> late.put(entry.getKey(), Duration.ofMillis(entry.getValue().asLong())));
    return new Habits(
        node.path("slots").asInt(Habits.USUAL.slots()),
        scan.size() == 2
            ? List.of(seconds(scan.get(0)), seconds(scan.get(1)))
            : Habits.USUAL.scan(),
        node.has("card_busy_s") ? seconds(node.path("card_busy_s")) : Habits.USUAL.cardBusy(),
        Map.copyOf(late),
        node.path("carrier").asText(),
        node.path("power_saving").asBoolean(),
        node.path("dtr_required").asBoolean(),
        euicc(node));
  }

  private static EuiccHabits euicc(JsonNode node) {
    Optional<EuiccHabits.AfterSwitch> after =
        node.has("after_switch")
            ? Optional.of(EuiccHabits.AfterSwitch.valueOf(word(node.path("after_switch"))))
            : Optional.empty();
    return new EuiccHabits(
        after,
        node.has("without_profile")
            ? EuiccHabits.WithoutProfile.valueOf(word(node.path("without_profile")))
            : EuiccHabits.USUAL.withoutProfile(),
        node.path("card_bytes").asInt(EuiccHabits.USUAL.longest()));
  }

  private static String word(JsonNode node) {
    return node.asText().replace('-', '_').toUpperCase(Locale.ROOT);
  }

  private static Duration seconds(JsonNode node) {
    return Duration.ofMillis((long) (node.asDouble() * 1000));
  }
}
