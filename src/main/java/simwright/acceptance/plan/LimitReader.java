package simwright.acceptance.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads a set of limits from YAML: the schema first, then what a schema cannot say.
final class LimitReader {
  private final PlanFile file;

  private LimitReader(PlanFile file) {
    this.file = file;
  }

  /// Reads limits; `foreign` ones are held against the schema, as a test has held those that ship.
  static LimitSet read(PlanFile file, boolean foreign) {
    if (foreign) {
      file.hold(PlanSchema.LIMITS);
    }
    return new LimitReader(file).set();
  }

  private LimitSet set() {
    JsonNode root = file.root();
    Map<LimitSet.Key, Limit> limits = new LinkedHashMap<>();
    JsonNode nodes = root.path("limits");
    for (int i = 0; i < nodes.size(); i++) {
      JsonNode node = nodes.path(i);
      String at = "/limits/" + i;
      LimitSet.Key key =
          new LimitSet.Key(node.path("of").asText(), node.path("measurement").asText());
      if (limits.put(key, limit(node, key.measurement(), at)) != null) {
        throw file.broken(at, "the limit of " + key + " stands twice");
      }
    }
    return new LimitSet(
        root.path("name").asText(),
        root.path("version").asText(),
        file.sha256(),
        Map.copyOf(limits));
  }

  private Limit limit(JsonNode node, String name, String at) {
    Limit limit =
        new Limit(
            name,
            node.path("unit").asText(),
            bound(node.path("least")),
            bound(node.path("most")),
            node.path("marginal").asDouble(0));
    if (!limit.least().stream().allMatch(Double::isFinite)
        || !limit.most().stream().allMatch(Double::isFinite)
        || !Double.isFinite(limit.marginal())) {
      throw file.broken(at, "a bound of " + name + " is no number");
    }
    if (!limit.bounded()) {
      throw file.broken(at, "neither least nor most is given for " + name);
    }
    if (limit.least().isPresent()
        && limit.most().isPresent()
        && limit.least().get() > limit.most().get()) {
      throw file.broken(at + "/least", "least is more than most");
    }
    return limit;
  }

  static Optional<Double> bound(JsonNode node) {
    return node.isNumber() ? Optional.of(node.asDouble()) : Optional.empty();
  }
}
