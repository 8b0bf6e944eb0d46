package simwright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import simwright.journal.Recorded;

/// A record of the log on one line: its number, when, who, what, whether in a lab, and its values
/// in order. An identifier stands as the first digits of its pseudonym.
final class RecordSummary {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> LEFT_OUT = Set.of("commitment", "check", "program", "process");
  private static final int LONGEST = 60;
  private static final int PSEUDONYM = 8;
  private static final int MOST = 160;

  private RecordSummary() {}

  static String of(Recorded record) {
    List<String> values = new ArrayList<>();
    JsonNode line = read(record);
    collect(line.path("fields"), "", values);
    String all = String.join("  ", values);
    return record.seq()
        + "  "
        + record.at()
        + "  "
        + record.actor()
        + "  "
        + record.kind()
        + (line.path("lab").asBoolean() ? "  LAB" : "")
        + (all.isEmpty() ? "" : "  " + (all.length() > MOST ? all.substring(0, MOST) + "…" : all));
  }

  private static JsonNode read(Recorded record) {
    try {
      return JSON.readTree(record.line());
    } catch (JsonProcessingException damaged) {
      return JSON.createObjectNode();
    }
  }

  private static void collect(JsonNode node, String name, List<String> into) {
    if (node.has("pseudonym")) {
      String pseudonym = node.path("pseudonym").asText();
      into.add(
          node.path("kind").asText(name)
              + " #"
              + pseudonym.substring(0, Math.min(PSEUDONYM, pseudonym.length())));
    } else if (node.isObject()) {
      for (Map.Entry<String, JsonNode> each : node.properties()) {
        if (!LEFT_OUT.contains(each.getKey())) {
          collect(each.getValue(), each.getKey(), into);
        }
      }
    } else if (node.isArray()) {
      node.forEach(each -> collect(each, name, into));
    } else {
      String text = node.asText().strip();
      if (!text.isEmpty() && text.length() <= LONGEST) {
        into.add(node.isTextual() ? text : name + " " + text);
      }
    }
  }
}
