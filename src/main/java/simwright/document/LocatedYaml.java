package simwright.document;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// A YAML document with the line on which each of its values stands, by JSON pointer (RFC 6901).
public record LocatedYaml(JsonNode root, Map<String, Integer> lines) {
  private static final int DEEPEST = 40;
  private static final YAMLFactory YAML =
      YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /// Reads the one document there is; a key that stands twice is an error, and so are anchors, by
  /// which a small file could say much or another thing than it seems to.
  public static LocatedYaml read(String text) throws IOException {
    Map<String, Integer> lines = new HashMap<>();
    try (YAMLParser parser = YAML.createParser(text)) {
      JsonToken first = parser.nextToken();
      JsonNode root = first == null ? NODES.missingNode() : node(parser, "", lines, 0);
      if (first != null && parser.nextToken() != null) {
        throw new JsonParseException(parser, "a second document begins here");
      }
      return new LocatedYaml(root, lines);
    }
  }

  /// The line of a value, or of the nearest one around it.
  public int line(String pointer) {
    String at = pointer;
    while (!lines.containsKey(at) && !at.isEmpty()) {
      at = at.substring(0, Math.max(0, at.lastIndexOf('/')));
    }
    return lines.getOrDefault(at, 1);
  }

  private static JsonNode node(
      YAMLParser parser, String pointer, Map<String, Integer> lines, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new JsonParseException(parser, "nested too deep");
    }
    if (parser.isCurrentAlias() || parser.getObjectId() != null) {
      throw new JsonParseException(parser, "anchors (&) and aliases (*) are not used here");
    }
    lines.putIfAbsent(pointer, parser.currentTokenLocation().getLineNr());
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser, pointer, lines, depth);
      case START_ARRAY -> array(parser, pointer, lines, depth);
      case VALUE_NUMBER_INT -> NODES.numberNode(parser.getBigIntegerValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      case VALUE_TRUE, VALUE_FALSE -> truth(parser.getText());
      case VALUE_NULL -> NODES.nullNode();
      default -> NODES.textNode(parser.getText());
    };
  }

  /// As in YAML 1.2: only true and false are truth values, while On, Yes and No are words.
  private static JsonNode truth(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> NODES.booleanNode(true);
      case "false" -> NODES.booleanNode(false);
      default -> NODES.textNode(text);
    };
  }

  private static JsonNode object(
      YAMLParser parser, String pointer, Map<String, Integer> lines, int depth) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      String child = pointer + JsonPointer.empty().appendProperty(name);
      lines.put(child, parser.currentTokenLocation().getLineNr());
      parser.nextToken();
      object.set(name, node(parser, child, lines, depth + 1));
    }
    return object;
  }

  private static JsonNode array(
      YAMLParser parser, String pointer, Map<String, Integer> lines, int depth) throws IOException {
    ArrayNode array = NODES.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      array.add(node(parser, pointer + "/" + array.size(), lines, depth + 1));
    }
    return array;
  }
}
