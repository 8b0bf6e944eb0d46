package simwright.hardware;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Collects how well each fact is known: whatever in a profile has an `evidence` is one.
final class FactReader {
  private FactReader() {}

  static List<Fact> read(JsonNode root) {
    List<Fact> facts = new ArrayList<>();
    walk("", root, facts);
    return List.copyOf(facts);
  }

  private static void walk(String place, JsonNode node, List<Fact> facts) {
    JsonNode evidence = node.path("evidence");
    if (evidence.isTextual()) {
      facts.add(new Fact(place, Evidence.of(evidence.asText()), node.path("source").asText()));
    }
    node.properties().forEach(each -> walk(within(place, each.getKey()), each.getValue(), facts));
    if (node.isArray()) {
      for (JsonNode each : node) {
        walk(within(place, name(each)), each, facts);
      }
    }
  }

  /// What tells a row from its neighbours.
  private static String name(JsonNode row) {
    if (row.has("vid")) {
      return row.path("vid").asText() + ":" + row.path("pid").asText("*");
    }
    return row.has("id") ? row.path("id").asText() : row.path("command").asText();
  }

  private static String within(String place, String name) {
    return place.isEmpty() ? name : place + "." + name;
  }
}
