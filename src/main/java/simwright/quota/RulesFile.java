package simwright.quota;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import simwright.document.Schema;
import simwright.document.WrittenFile;
import simwright.fault.Fault;

/// A file of rules for data (YAML), read; what is wrong in it is told with its line.
public final class RulesFile {
  /// The name of a person's own file in the data folder.
  public static final String NAME = "data-rules.yaml";

  /// The published schema.
  public static final Schema SCHEMA =
      new Schema(
          "/simwright/schema/cli/data-rules.schema.json",
          "rules for data are a mapping with at least name, version and classes");

  private static final String SHIPPED = "/simwright/quota/data-rules.yaml";
  private static final WrittenFile.Reading READING =
      new WrittenFile.Reading("reading rules for data", QuotaCodes.BROKEN_RULES);

  private static final int SAMPLED = 15;

  private final WrittenFile file;

  private RulesFile(WrittenFile file) {
    this.file = file;
  }

  /// The rules in force: the person's own file of a data folder, else those that ship.
  public static DataRules inForce(Path dataFolder) {
    Path own = dataFolder.resolve(NAME);
    return Files.exists(own) ? read(own) : shipped();
  }

  /// The rules that ship.
  public static DataRules shipped() {
    try (InputStream in =
        Objects.requireNonNull(RulesFile.class.getResourceAsStream(SHIPPED), SHIPPED)) {
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), "the rules that ship");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads a file; throws `quota/broken-rules` with each line that is wrong.
  public static DataRules read(Path path) {
    try {
      return read(Files.readString(path), path.toString());
    } catch (MalformedInputException e) {
      throw unreadable(path, "it is not in UTF-8", e);
    } catch (IOException e) {
      throw unreadable(path, "it cannot be read", e);
    }
  }

  /// The same of a text.
  public static DataRules read(String text, String where) {
    WrittenFile file = WrittenFile.read(READING, text, where);
    file.hold(SCHEMA);
    return new RulesFile(file).rules();
  }

  private static Fault unreadable(Path path, String why, IOException e) {
    return new Fault(QuotaCodes.BROKEN_RULES, READING.doing(), path.toString(), why, e);
  }

  private DataRules rules() {
    JsonNode root = file.root();
    Map<TrafficClass, ClassRule> classes = classes(root.path("classes"), "/classes", Map.of());
    for (TrafficClass each : TrafficClass.values()) {
      if (!classes.containsKey(each)) {
        throw file.broken("/classes", "the class '" + each.key() + "' is missing");
      }
    }
    List<ProfileRule> profiles = new ArrayList<>();
    for (JsonNode each : root.path("profiles")) {
      profiles.add(profile(each, "/profiles/" + profiles.size(), classes));
    }
    return new DataRules(
        root.path("name").asText(),
        root.path("version").asText(),
        classes,
        List.copyOf(profiles),
        carriers(root.path("apps")),
        carriers(root.path("devices")),
        new DataRules.Warning(
            root.path("warn").path("percent").asInt(80),
            root.path("warn").path("hours-ahead").asInt(24)),
        Duration.ofMinutes(root.path("sample").path("minutes").asInt(SAMPLED)),
        notices(root.path("notices")),
        file.sha256());
  }

  private ProfileRule profile(JsonNode node, String at, Map<TrafficClass, ClassRule> known) {
    Glob match = new Glob(node.path("match").asText());
    OptionalLong cap = volume(node.path("cap"), at + "/cap");
    Map<TrafficClass, ClassRule> own = classes(node.path("classes"), at + "/classes", known);
    Map<TrafficClass, ClassRule> all = new EnumMap<>(TrafficClass.class);
    all.putAll(known);
    all.putAll(own);
    long reserved = all.values().stream().mapToLong(ClassRule::reserve).sum();
    if (cap.isPresent() && reserved > cap.getAsLong()) {
      throw file.broken(
          at + "/cap",
          "the reserves of all classes ("
              + Volume.words(reserved)
              + ") are more than the cap of '"
              + match.text()
              + "'");
    }
    boolean daily = node.path("period").asText("month").equals("day");
    if (daily && node.has("reset-day")) {
      throw file.broken(at + "/reset-day", "a cap for each day has no day of the month");
    }
    return new ProfileRule(
        match,
        cap,
        daily ? Optional.empty() : Optional.of(node.path("reset-day").asInt(1)),
        node.path("roaming").asText("unexpected").equals("expected"),
        own);
  }

  private Map<TrafficClass, ClassRule> classes(
      JsonNode nodes, String at, Map<TrafficClass, ClassRule> known) {
    Map<TrafficClass, ClassRule> all = new EnumMap<>(TrafficClass.class);
    for (Map.Entry<String, JsonNode> each : nodes.properties()) {
      String pointer = at + JsonPointer.empty().appendProperty(each.getKey());
      TrafficClass kind =
          TrafficClass.of(each.getKey())
              .orElseThrow(() -> file.broken(pointer, "there is no class " + each.getKey()));
      all.put(kind, rule(each.getValue(), pointer, Optional.ofNullable(known.get(kind))));
    }
    return Map.copyOf(all);
  }

  private ClassRule rule(JsonNode node, String at, Optional<ClassRule> known) {
    OptionalLong day = volume(node.path("day"), at + "/day");
    OptionalLong reserve = volume(node.path("reserve"), at + "/reserve");
    String mark = node.path("dscp").asText("");
    return new ClassRule(
        mark.isEmpty()
            ? known.map(ClassRule::mark).orElseThrow(() -> file.broken(at, "'dscp' is missing"))
            : Mark.of(mark)
                .orElseThrow(() ->
                    file.broken(
                        at + "/dscp", "'" + mark + "' is no code point such as EF or AF31")),
        day.isPresent() ? day : known.map(ClassRule::day).orElse(OptionalLong.empty()),
        reserve.orElse(known.map(ClassRule::reserve).orElse(0L)),
        node.path("headroom").asInt(known.map(ClassRule::headroomPercent).orElse(0)),
        node.path("compress-below").asInt(known.map(ClassRule::compressPercent).orElse(0)));
  }

  private OptionalLong volume(JsonNode node, String at) {
    if (node.isMissingNode()) {
      return OptionalLong.empty();
    }
    OptionalLong bytes = Volume.bytes(node.asText());
    if (bytes.isEmpty()) {
      throw file.broken(at, "'" + node.asText() + "' is no amount such as 50 MB or 2 GB");
    }
    return bytes;
  }

  private List<DataRules.Carrier> carriers(JsonNode nodes) {
    List<DataRules.Carrier> all = new ArrayList<>();
    for (JsonNode each : nodes) {
      all.add(
          new DataRules.Carrier(
              new Glob(each.path("match").asText()),
              TrafficClass.of(each.path("class").asText()).orElseThrow()));
    }
    return List.copyOf(all);
  }

  private List<Notice> notices(JsonNode nodes) {
    List<Notice> all = new ArrayList<>();
    for (JsonNode each : nodes) {
      String at = "/notices/" + all.size() + "/pattern";
      all.add(
          new Notice(
              each.path("operator").asText(),
              pattern(each.path("pattern").asText(), at),
              each.path("reset").asBoolean(false)));
    }
    return List.copyOf(all);
  }

  private Pattern pattern(String text, String at) {
    try {
      return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    } catch (PatternSyntaxException e) {
      throw file.broken(at, "it is no pattern: " + e.getDescription());
    }
  }
}
