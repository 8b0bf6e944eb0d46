package simwright.hardware;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        node.path("dtr_required").asBoolean());
  }

  private static Duration seconds(JsonNode node) {
    return Duration.ofMillis((long) (node.asDouble() * 1000));
  }
}
