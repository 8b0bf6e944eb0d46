package simwright.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/// What stands in the JSON of a run.
final class RunJson {
  private RunJson() {}

  /// All that the step of an id came to, in order.
  static List<JsonNode> steps(JsonNode run, String id) {
    return StreamSupport.stream(run.path("steps").spliterator(), false)
        .filter(each -> each.path("id").asText().equals(id))
        .toList();
  }

  /// The first of them.
  static JsonNode step(JsonNode run, String id) {
    return steps(run, id).getFirst();
  }

  /// What a step measured.
  static double value(JsonNode step, String measurement) {
    return StreamSupport.stream(step.path("measured").spliterator(), false)
        .filter(each -> each.path("name").asText().equals(measurement))
        .mapToDouble(each -> each.path("value").asDouble())
        .findFirst()
        .orElseThrow();
  }
}
