package simwright.hardware;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the formulas of a family; a range without an end is open there.
final class UnitReader {
  private UnitReader() {}

  static Units read(JsonNode node) {
    Map<String, Formula> all = new LinkedHashMap<>();
    node.properties().forEach(each -> all.put(each.getKey(), formula(each.getValue())));
    return new Units(Map.copyOf(all));
  }

  private static Formula formula(JsonNode node) {
    List<Formula.Piece> pieces = new ArrayList<>();
    for (JsonNode piece : node.path("ranges")) {
      pieces.add(
          new Formula.Piece(
              piece.path("from").asDouble(Double.NEGATIVE_INFINITY),
              piece.path("to").asDouble(Double.POSITIVE_INFINITY),
              piece.path("scale").asDouble(1),
              piece.path("offset").asDouble(0)));
    }
    return new Formula(
        node.path("field").asInt(0),
        node.path("by_field").asInt(0),
        node.path("unit").asText(),
        List.copyOf(pieces));
  }
}
