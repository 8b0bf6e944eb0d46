package simwright.catalog.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simwright.catalog.CatalogCodes;
import simwright.catalog.Field;
import simwright.document.Csv;
import simwright.document.WrittenFile;
import simwright.fault.Fault;

/// The rows of a file of profiles, whatever its format. JSON is read as the YAML that it also is,
/// so that every value has its line.
final class ProfileFile {
  /// What JSON and YAML files say they are.
  static final String HEAD = "profiles";

  /// Files above this size are none of ours.
  static final int LARGEST = 32_000_000;

  /// What the reader of YAML takes.
  private static final int LARGEST_TREE = 3_000_000;

  private static final int MOST = 20_000;
  private static final String DOING = "importing profiles";
  private static final WrittenFile.Reading READING =
      new WrittenFile.Reading(DOING, CatalogCodes.BROKEN_FILE);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ProfileFile() {}

  static List<Line> read(byte[] bytes, String name) {
    Format format =
        Format.of(name)
            .orElseThrow(() -> broken(name, "its name ends in none of .csv, .json, .yaml"));
    if (bytes.length > LARGEST) {
      throw broken(name, "it is larger than " + LARGEST + " bytes");
    }
    String text = new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
    List<Line> lines = format == Format.CSV ? csv(text, name) : tree(text, name);
    if (lines.isEmpty() || lines.size() > MOST) {
      throw broken(name, "it holds " + lines.size() + " profiles, not 1 to " + MOST);
    }
    return lines;
  }

  private static List<Line> csv(String text, String name) {
    List<List<String>> records;
    try {
      records = Csv.records(text);
    } catch (IllegalArgumentException wrong) {
      throw broken(name, String.valueOf(wrong.getMessage()));
    }
    if (records.isEmpty()) {
      throw broken(name, "it is empty");
    }
    List<Field> heading = records.getFirst().stream().map(each -> heading(each, name)).toList();
    if (!heading.contains(Field.ICCID) || heading.stream().distinct().count() < heading.size()) {
      throw broken(name, "line 1: a column stands twice, or there is none for the iccid");
    }
    List<Line> lines = new ArrayList<>();
    int line = 1 + breaks(records.getFirst());
    for (List<String> cells : records.subList(1, records.size())) {
      line++;
      if (!cells.stream().allMatch(String::isBlank)) {
        lines.add(row(line, heading, cells));
      }
      line += breaks(cells);
    }
    return lines;
  }

  /// Lines that a record takes beyond its first.
  private static int breaks(List<String> cells) {
    return (int) cells.stream().flatMapToInt(String::chars).filter(c -> c == '\n').count();
  }

  private static Line row(int line, List<Field> heading, List<String> cells) {
    ObjectNode fields = NODES.objectNode();
    for (int i = 0; i < Math.min(heading.size(), cells.size()); i++) {
      fields.put(heading.get(i).key(), Csv.bare(cells.get(i).strip()));
    }
    String wrong =
        cells.size() == heading.size()
            ? ""
            : "it has " + cells.size() + " cells, the heading " + heading.size();
    return new Line(line, fields, wrong);
  }

  private static Field heading(String text, String name) {
    return Field.of(Csv.bare(text.strip()))
        .orElseThrow(() ->
            broken(
                name,
                "line 1: no column is called '"
                    + text
                    + "'; there are "
                    + Stream.of(Field.values()).map(Field::key).collect(Collectors.joining(", "))));
  }

  private static List<Line> tree(String text, String name) {
    if (text.length() > LARGEST_TREE) {
      throw broken(name, "it is larger than " + LARGEST_TREE + " characters: split it, or use CSV");
    }
    WrittenFile file = WrittenFile.read(READING, text, name);
    JsonNode list = file.root().isArray() ? file.root() : file.root().path(HEAD);
    String base = file.root().isArray() ? "" : "/" + HEAD;
    if (!list.isArray()) {
      throw file.broken(base, "there is no list of profiles");
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      lines.add(entry(file.yaml().line(base + "/" + i), list.get(i)));
    }
    return lines;
  }

  private static Line entry(int line, JsonNode node) {
    ObjectNode fields = NODES.objectNode();
    List<String> unknown = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      Optional<Field> field = Field.of(each.getKey());
      field.ifPresentOrElse(
          known -> fields.set(known.key(), each.getValue()), () -> unknown.add(each.getKey()));
    }
    String wrong =
        !node.isObject()
            ? "it is no profile"
            : unknown.isEmpty() ? "" : "no field is called '" + unknown.getFirst() + "'";
    return new Line(line, fields, wrong);
  }

  static Fault broken(String name, String why) {
    return new Fault(CatalogCodes.BROKEN_FILE, DOING, name, why, null);
  }
}
