package simwright.hardware;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// Reads one profile from YAML that is as the schema says.
final class ProfileReader {
  private ProfileReader() {}

  /// Reads a shipped profile; a test holds them against the schema.
  static HardwareProfile read(String text, String where) {
    return profile(ProfileText.of(text, where));
  }

  /// Reads a person's own profile; throws `hardware/broken-profile` with line and reason.
  static HardwareProfile read(String text, String where, ProfileSchema schema) {
    ProfileText profile = ProfileText.of(text, where);
    schema
        .check(profile.root())
        .ifPresent(wrong -> {
          throw profile.broken(wrong.pointer(), wrong.reason());
        });
    return profile(profile);
  }

  static HardwareProfile profile(ProfileText text) {
    JsonNode node = text.root();
    check(text);
    JsonNode serial = node.path("serial");
    return new HardwareProfile(
        node.path("name").asText(),
        node.path("maker").asText(),
        texts(node.path("models").path("names")),
        new HardwareProfile.Identify(
            node.path("identify").path("manufacturer").asText(),
            node.path("identify").path("model").asText()),
        usb(node.path("usb")),
        texts(node.path("nodes").path("paths")),
        new HardwareProfile.Serial(
            serial.path("baud").asInt(115_200),
            serial.path("dtr").asBoolean(true),
            Duration.ofMillis(serial.path("gap_ms").asLong(0))),
        commands(node.path("commands")),
        UnitReader.read(node.path("units")),
        deadlines(node.path("deadlines")),
        texts(node.path("urcs").path("ready").path("lines")),
        texts(node.path("urcs").path("other").path("lines")),
        node.path("first_context").path("cid").asInt(1),
        rules(node.path("never_send")),
        rules(node.path("confirm_first")),
        CardReader.read(node.path("logical_channel"), node.path("euicc")),
        bands(node.path("bands")),
        quirks(node.path("quirks")),
        FactReader.read(node),
        simulator(node.path("simulator")));
  }

  /// What a schema cannot say: expressions that compile, and a name that is free.
  private static void check(ProfileText text) {
    for (String part : List.of("manufacturer", "model")) {
      String expression = text.root().path("identify").path(part).asText();
      boolean generic = text.root().path("name").asText().equals(HardwareProfiles.GENERIC);
      if (expression.isEmpty() && !generic) {
        throw text.broken("/identify/" + part, "identify." + part + " matches everything");
      }
      try {
        Pattern unused = Pattern.compile(expression);
      } catch (PatternSyntaxException e) {
        throw text.broken("/identify/" + part, "identify." + part + ": " + e.getDescription());
      }
    }
  }

  private static List<HardwareProfile.UsbRow> usb(JsonNode rows) {
    List<HardwareProfile.UsbRow> all = new ArrayList<>();
    for (JsonNode row : rows) {
      Map<Integer, String> interfaces = new LinkedHashMap<>();
      row.path("interfaces")
          .properties()
          .forEach(
              each -> interfaces.put(Integer.valueOf(each.getKey()), each.getValue().asText()));
      Map<String, String> protocols = new LinkedHashMap<>();
      row.path("protocols")
          .properties()
          .forEach(each -> protocols.put(each.getKey(), each.getValue().asText()));
      all.add(
          new HardwareProfile.UsbRow(
              row.path("vid").asText(),
              row.path("pid").asText(),
              row.path("mode").asText(),
              interfaces,
              protocols));
    }
    return List.copyOf(all);
  }

  private static Map<String, List<String>> commands(JsonNode node) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    node.properties().forEach(each -> all.put(each.getKey(), texts(each.getValue().path("try"))));
    return all;
  }

  private static Map<String, Duration> deadlines(JsonNode node) {
    Map<String, Duration> all = new LinkedHashMap<>();
    node.properties()
        .forEach(each ->
            all.put(
                each.getKey(),
                Duration.ofMillis((long) (each.getValue().path("seconds").asDouble() * 1000))));
    return all;
  }

  private static List<String> rules(JsonNode node) {
    List<String> all = new ArrayList<>();
    node.forEach(rule -> all.add(rule.path("command").asText()));
    return List.copyOf(all);
  }

  private static List<HardwareProfile.Quirk> quirks(JsonNode node) {
    List<HardwareProfile.Quirk> all = new ArrayList<>();
    for (JsonNode quirk : node) {
      all.add(
          new HardwareProfile.Quirk(
              quirk.path("id").asText(),
              quirk.path("text").asText(),
              Evidence.of(quirk.path("evidence").asText())));
    }
    return List.copyOf(all);
  }

  private static Optional<HardwareProfile.BandCoding> bands(JsonNode node) {
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    Map<String, String> places = new LinkedHashMap<>();
    node.path("places")
        .properties()
        .forEach(each -> places.put(each.getKey(), each.getValue().asText()));
    String coding = node.path("coding").asText().replace('-', '_').toUpperCase(Locale.ROOT);
    return Optional.of(
        new HardwareProfile.BandCoding(
            HardwareProfile.BandCoding.Coding.valueOf(coding), Map.copyOf(places)));
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

  static List<String> texts(JsonNode node) {
    List<String> all = new ArrayList<>();
    for (JsonNode each : node) {
      all.add(each.asText());
    }
    return List.copyOf(all);
  }
}
