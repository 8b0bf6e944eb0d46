package simwright.catalog.naming;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.PatternSyntaxException;
import simwright.catalog.CatalogCodes;
import simwright.catalog.Use;
import simwright.document.WrittenFile;

/// How names are made: parts in their order, and what stands between them.
public record Grammar(String separator, List<Part> parts) {
  private static final String SHIPPED = "/simwright/catalog/naming.yaml";
  private static final WrittenFile.Reading READING =
      new WrittenFile.Reading("reading the grammar of names", CatalogCodes.BROKEN_RULES);

  public Grammar {
    parts = List.copyOf(parts);
  }

  /// The one that ships.
  public static Grammar shipped() {
    try (InputStream in =
        Objects.requireNonNull(Grammar.class.getResourceAsStream(SHIPPED), SHIPPED)) {
      return read(new String(in.readAllBytes(), StandardCharsets.UTF_8), "naming.yaml");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Reads a grammar; throws `catalog/broken-rules` with the line.
  public static Grammar read(String text, String where) {
    WrittenFile file = WrittenFile.read(READING, text, where);
    if (file.root().path("naming").asInt() != 1) {
      throw file.broken("/naming", "it does not say 'naming: 1'");
    }
    String separator = file.root().path("separator").asText("");
    if (!separator.matches("[-_. ]")) {
      throw file.broken("/separator", "a separator is a dash, underscore, dot or blank");
    }
    List<Part> parts = new ArrayList<>();
    JsonNode list = file.root().path("parts");
    for (int i = 0; i < list.size(); i++) {
      parts.add(part(file, "/parts/" + i, list.get(i)));
    }
    if (parts.isEmpty()) {
      throw file.broken("/parts", "a name has at least one part");
    }
    return new Grammar(separator, parts);
  }

  private static Part part(WrittenFile file, String at, JsonNode node) {
    return switch (node.path("part").asText()) {
      case "use" -> new Part.OfUse(words(file, at, node.path("words")));
      case "region" -> new Part.OfRegion();
      case "place" -> place(file, at, node);
      case "ending" -> new Part.OfEnding(node.path("standby").asText("STANDBY"));
      default -> throw file.broken(at, "a part is use, region, place or ending");
    };
  }

  private static Part place(WrittenFile file, String at, JsonNode node) {
    String pattern = node.path("pattern").asText("[A-Z0-9]+");
    try {
      boolean unused = "".matches(pattern);
    } catch (PatternSyntaxException no) {
      throw file.broken(at + "/pattern", no.getDescription());
    }
    return new Part.OfPlace(node.path("optional").asBoolean(false), pattern);
  }

  private static Map<String, Use> words(WrittenFile file, String at, JsonNode node) {
    Map<String, Use> words = new TreeMap<>();
    node.properties()
        .forEach(each ->
            words.put(
                each.getKey(),
                Use.of(each.getValue().asText())
                    .orElseThrow(() ->
                        file.broken(
                            at + "/words/" + each.getKey(),
                            "a use is production, travel, test, standby or fallback"))));
    if (words.isEmpty()) {
      throw file.broken(at, "'words' is missing");
    }
    return words;
  }

  /// The grammar as a person writes it, such as `USE-REGION[-PLACE]-YEAR or STANDBY`.
  public String words() {
    StringBuilder words = new StringBuilder();
    for (Part part : parts) {
      String between = words.isEmpty() ? "" : separator;
      words.append(
          switch (part) {
            case Part.OfUse _ -> between + "USE";
            case Part.OfRegion _ -> between + "REGION";
            case Part.OfPlace place ->
                place.optional() ? "[" + between + "PLACE]" : between + "PLACE";
            case Part.OfEnding ending -> between + "YEAR or " + ending.standby();
          });
    }
    return words.toString();
  }
}
