package simwright.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// The shipped profiles hold what the survey of hardware families and ModemManager's rules say of
/// their devices; both lie beside the project where it is developed.
class SurveyTest {
  private static final Path DATA = Path.of("../shared/data");
  private static final JsonMapper JSON = new JsonMapper();

  private static JsonNode read(String name) throws IOException {
    Path file = DATA.resolve(name);
    assumeTrue(Files.isRegularFile(file), "the survey is not here: " + file);
    return JSON.readTree(file.toFile());
  }

  private static Optional<HardwareProfile> profile(JsonNode family) {
    return HardwareProfiles.shipped().named(family.path("id").asText());
  }

  @Test
  void everyUsbIdOfASurveyedFamilyIsKnownWithItsAtInterface() throws IOException {
    int families = 0;
    for (JsonNode family : read("hardware-families.json").path("families")) {
      Optional<HardwareProfile> profile = profile(family);
      if (profile.isEmpty()) {
        continue;
      }
      families++;
      Map<String, Optional<Integer>> surveyed = new TreeMap<>();
      for (JsonNode row : family.path("usb")) {
        surveyed.put(id(row), atInterface(row.path("interfaces")));
      }
      Map<String, Optional<Integer>> shipped = new TreeMap<>();
      profile
          .get()
          .usb()
          .forEach(row -> shipped.put(row.vid() + ":" + row.pid(), row.atInterface()));
      assertEquals(surveyed.keySet(), shipped.keySet(), profile.get().name());
      surveyed.forEach((id, at) ->
          assertTrue(at.isEmpty() || at.equals(shipped.get(id)), id + " " + at + shipped.get(id)));
    }
    assertTrue(families >= 12, families + " families are surveyed and shipped");
  }

  private static String id(JsonNode row) {
    return row.path("vid").asText() + ":" + row.path("pid").asText("");
  }

  private static Optional<Integer> atInterface(JsonNode interfaces) {
    for (Map.Entry<String, JsonNode> each : interfaces.properties()) {
      if (each.getValue().asText().startsWith("AT primary")) {
        return Optional.of(Integer.valueOf(each.getKey()));
      }
    }
    return Optional.empty();
  }

  @Test
  void theQuestionsOfASurveyedFamilyAreAskedInItsOrder() throws IOException {
    List<String> differ = new ArrayList<>();
    for (JsonNode family : read("hardware-families.json").path("families")) {
      for (String slot : List.of("iccid", "imei", "temperature", "voltage", "data_counters")) {
        List<String> surveyed = new ArrayList<>();
        family.path("commands").path(slot).path("value").forEach(v -> surveyed.add(v.asText()));
        List<String> shipped = profile(family).map(own -> own.slot(slot)).orElse(surveyed);
        if (!surveyed.equals(shipped)) {
          differ.add(family.path("id").asText() + " " + slot + ": " + surveyed + " " + shipped);
        }
      }
    }
    assertEquals(List.of(), differ);
  }

  @Test
  void modemManagersRulesNameTheSameAtPort() throws IOException {
    Map<String, TreeSet<Integer>> ruled = new TreeMap<>();
    for (JsonNode row : read("usb-ports.json").path("rows")) {
      for (Map.Entry<String, JsonNode> each : row.path("interfaces").properties()) {
        if (each.getValue().asText().equals("at-primary")) {
          ruled
              .computeIfAbsent(id(row), key -> new TreeSet<>())
              .add(Integer.valueOf(each.getKey()));
        }
      }
    }
    int compared = 0;
    for (HardwareProfile profile : HardwareProfiles.shipped().all()) {
      for (HardwareProfile.UsbRow row : profile.usb()) {
        TreeSet<Integer> rule = ruled.get(row.vid() + ":" + row.pid());
        if (rule != null && row.atInterface().isPresent()) {
          compared++;
          assertTrue(rule.contains(row.atInterface().get()), profile.name() + " " + row + rule);
        }
      }
    }
    assertTrue(compared >= 8, compared + " rows are in both");
  }
}
