package simwright.hardware;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import simwright.fault.Fault;

/// The text of a profile as a tree whose places know their lines, so that whatever is wrong can be
/// told with file, line and reason.
final class ProfileText {
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder()
              .enable(com.fasterxml.jackson.core.StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .build());

  private final String where;
  private final JsonNode root;
  private final Map<String, Integer> lines;

  private ProfileText(String where, JsonNode root, Map<String, Integer> lines) {
    this.where = where;
    this.root = root;
    this.lines = lines;
  }

  /// Reads the YAML; throws `hardware/broken-profile` when it is none.
  static ProfileText of(String text, String where) {
    try {
      return new ProfileText(where, YAML.readTree(text), lines(text));
    } catch (JsonProcessingException e) {
      String reason = e.getOriginalMessage().lines().findFirst().orElse("");
      throw fault(where, e.getLocation().getLineNr(), reason);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /// A tree that has no text: every place is in line 1.
  static ProfileText of(JsonNode root, String where) {
    return new ProfileText(where, root, Map.of());
  }

  JsonNode root() {
    return root;
  }

  /// What is wrong at a place, a JSON pointer such as `/usb/0/vid`.
  Fault broken(String pointer, String why) {
    return fault(where, line(pointer), why);
  }

  /// The line of a place, or of the nearest one around it that stands in the file.
  private int line(String pointer) {
    for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
      Integer line = lines.get(at);
      if (line != null) {
        return line;
      }
    }
    return 1;
  }

  private static Fault fault(String where, int line, String why) {
    return new Fault(
        HardwareCodes.BROKEN_PROFILE,
        "reading a profile",
        where,
        "line " + Math.max(1, line) + ": " + why,
        null);
  }

  private static Map<String, Integer> lines(String text) throws IOException {
    Map<String, Integer> found = new HashMap<>();
    try (JsonParser parser = YAML.getFactory().createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        found.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
      }
    }
    return found;
  }
}
