package simwright.hardware;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import simwright.fault.Fault;

/// Reads one profile from YAML.
final class ProfileReader {
  private static final YAMLMapper YAML = new YAMLMapper();

  private ProfileReader() {}

  static HardwareProfile read(String text, String where) {
    try {
      return profile(YAML.readTree(text), where);
    } catch (JsonProcessingException e) {
      String reason =
          "line "
              + e.getLocation().getLineNr()
              + ": "
              + e.getOriginalMessage().lines().findFirst().orElse("");
      throw new Fault(HardwareCodes.BROKEN_PROFILE, "reading a profile", where, reason, e);
    }
  }

  private static HardwareProfile profile(JsonNode node, String where) {
    if (!node.isObject() || node.path("name").asText().isEmpty()) {
      throw new Fault(
          HardwareCodes.BROKEN_PROFILE,
          "reading a profile",
          where,
          "line 1: name is missing",
          null);
    }
    check(node, where);
    JsonNode serial = node.path("serial");
    return new HardwareProfile(
        node.path("name").asText(),
        node.path("maker").asText(),
        texts(node.path("models")),
        new HardwareProfile.Identify(
            node.path("identify").path("manufacturer").asText(),
            node.path("identify").path("model").asText()),
        usb(node.path("usb")),
        new HardwareProfile.Serial(
            serial.path("baud").asInt(115_200),
            serial.path("dtr").asBoolean(true),
            Duration.ofMillis(serial.path("gap_ms").asLong(0))),
        commands(node.path("commands")),
        deadlines(node.path("deadlines_s")),
        texts(node.path("ready")),
        node.path("first_context").asInt(1),
        texts(node.path("never_send")),
        texts(node.path("confirm_first")),
        quirks(node.path("quirks")),
        simulator(node.path("simulator")));
  }

  /// What would break later is refused now: expressions that do not compile, or match everything;
  /// interfaces without a number.
  private static void check(JsonNode node, String where) {
    boolean generic = node.path("name").asText().equals(HardwareProfiles.GENERIC);
    for (String part : List.of("manufacturer", "model")) {
      String expression = node.path("identify").path(part).asText();
      if (expression.isEmpty() && !generic) {
        throw broken(where, "identify." + part + " is missing");
      }
      try {
        Pattern unused = Pattern.compile(expression);
      } catch (PatternSyntaxException e) {
        throw broken(where, "identify." + part + ": " + e.getDescription());
      }
    }
    for (JsonNode row : node.path("usb")) {
      row.path("interfaces")
          .fieldNames()
          .forEachRemaining(name -> {
            if (!name.matches("[0-9]{1,3}")) {
              throw broken(where, "usb: an interface is a number, not " + name);
            }
          });
      if (!(row.path("vid").asText() + row.path("pid").asText()).matches("[0-9a-f]{8}")) {
        throw broken(where, "usb: vid and pid are four lower-case hex digits");
      }
    }
  }

  private static Fault broken(String where, String why) {
    return new Fault(HardwareCodes.BROKEN_PROFILE, "reading a profile", where, why, null);
  }

  private static List<HardwareProfile.UsbRow> usb(JsonNode rows) {
    List<HardwareProfile.UsbRow> all = new ArrayList<>();
    for (JsonNode row : rows) {
      Map<Integer, String> interfaces = new LinkedHashMap<>();
      row.path("interfaces")
          .properties()
          .forEach(
              entry -> interfaces.put(Integer.valueOf(entry.getKey()), entry.getValue().asText()));
      all.add(
          new HardwareProfile.UsbRow(
              row.path("vid").asText(),
              row.path("pid").asText(),
              row.path("mode").asText(),
              interfaces));
    }
    return List.copyOf(all);
  }

  private static Map<String, List<String>> commands(JsonNode node) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    node.properties().forEach(entry -> all.put(entry.getKey(), texts(entry.getValue())));
    return all;
  }

  private static Map<String, Duration> deadlines(JsonNode node) {
    Map<String, Duration> all = new LinkedHashMap<>();
    node.properties()
        .forEach(entry ->
            all.put(
                entry.getKey(), Duration.ofMillis((long) (entry.getValue().asDouble() * 1000))));
    return all;
  }

  private static List<HardwareProfile.Quirk> quirks(JsonNode node) {
    List<HardwareProfile.Quirk> all = new ArrayList<>();
    for (JsonNode quirk : node) {
      all.add(
          new HardwareProfile.Quirk(
              quirk.path("id").asText(),
              quirk.path("text").asText(),
              quirk.path("evidence").asText()));
    }
    return List.copyOf(all);
  }

  private static Optional<HardwareProfile.Simulator> simulator(JsonNode node) {
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    return Optional.of(
        new HardwareProfile.Simulator(
            texts(node.path("devices")),
            node.path("manufacturer").asText(),
            node.path("model").asText(),
            node.path("revision").asText(),
            node.path("tac").asText(),
            texts(node.path("boot_lines")),
            Duration.ofMillis(node.path("boot_ms").asLong(1500)),
            node.path("echo").asText().equals("return-only"),
            HabitReader.read(node.path("habits"))));
  }

  private static List<String> texts(JsonNode node) {
    List<String> all = new ArrayList<>();
    for (JsonNode each : node) {
      all.add(each.asText());
    }
    return List.copyOf(all);
  }
}
