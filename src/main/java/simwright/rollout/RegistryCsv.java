package simwright.rollout;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simwright.document.Csv;

/// A registry as a spreadsheet (RFC 4180), read row by row: a row for each certification, as the
/// export writes it, or with fewer columns, as a person does, of which `model` alone must be there.
/// A row that names its origin came from elsewhere and is left out. What is wrong is collected by
/// row.
final class RegistryCsv {
  private static final Pattern ATTEMPTS = Pattern.compile("([0-9]{1,9}) of n = ([0-9]{1,9})\\b.*");
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<DeviceKind, RegistryEntry> entries = new TreeMap<>();
  private final Map<Integer, String> errors = new LinkedHashMap<>();
  private int rows;

  private RegistryCsv() {}

  /// Reads a text whose first row names the columns; throws IllegalArgumentException where it does
  /// not.
  static RegistryCsv read(String text) {
    List<List<String>> records = Csv.records(text);
    if (records.isEmpty()) {
      throw new IllegalArgumentException("it is empty");
    }
    List<String> heading =
        records.getFirst().stream().map(each -> each.replace("\uFEFF", "").strip()).toList();
    heading.stream()
        .filter(name -> !RegistryFile.COLUMNS.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw new IllegalArgumentException("there is no column '" + name + "'");
        });
    if (!heading.contains("model") || Set.copyOf(heading).size() < heading.size()) {
      throw new IllegalArgumentException("the column model is missing, or one stands twice");
    }
    RegistryCsv csv = new RegistryCsv();
    for (int i = 1; i < records.size(); i++) {
      csv.take(i + 1, heading, records.get(i));
    }
    return csv;
  }

  /// The entries of the rows that can be used.
  List<RegistryEntry> entries() {
    return List.copyOf(entries.values());
  }

  /// What is wrong, each with the number of its row: the heading is row 1.
  List<String> errors() {
    return errors.entrySet().stream()
        .map(each -> "row " + each.getKey() + ": " + each.getValue())
        .toList();
  }

  /// How many rows there are beside the heading.
  int rows() {
    return rows;
  }

  private void take(int number, List<String> heading, List<String> cells) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    rows++;
    if (cells.size() != heading.size()) {
      errors.put(number, "it has " + cells.size() + " cells, not " + heading.size());
      return;
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      row.put(heading.get(i), Csv.bare(cells.get(i).strip()));
    }
    if (!row.getOrDefault("origin", "").isEmpty()) {
      return;
    }
    try {
      RegistryEntry entry = EntryText.read(node(row));
      entries.merge(entry.kind(), entry, RegistryCsv::both);
    } catch (IllegalArgumentException | ArithmeticException wrong) {
      errors.put(number, String.valueOf(wrong.getMessage()));
    }
  }

  private static RegistryEntry both(RegistryEntry one, RegistryEntry other) {
    boolean same =
        one.bands().equals(other.bands())
            && one.capacity().equals(other.capacity())
            && one.paths().equals(other.paths())
            && one.firstAttempts().equals(other.firstAttempts());
    if (!same || other.certified().isEmpty()) {
      throw new IllegalArgumentException(
          "a row above says otherwise of the same kind of device, or all that this one does");
    }
    List<Certification> certified = new ArrayList<>(one.certified());
    certified.addAll(other.certified());
    return new RegistryEntry(
        one.kind(),
        one.bands(),
        one.capacity(),
        one.paths(),
        List.copyOf(certified),
        one.firstAttempts(),
        one.last().isAfter(other.last()) ? one.last() : other.last(),
        one.origin());
  }

  /// As an export's JSON would say it, so that the same is checked.
  private static ObjectNode node(Map<String, String> row) {
    ObjectNode entry = NODES.objectNode();
    ObjectNode kind = entry.putObject("kind");
    List.of("model", "hardware", "firmware", "os", "language")
        .forEach(name -> kind.put(name, row.getOrDefault(name, "")));
    kind.put("simulated", truth(row, "simulated"));
    entry.put("bands", row.getOrDefault("bands", ""));
    entry.put("capacity", number(row, "profiles held", 0));
    ArrayNode paths = entry.putArray("paths");
    for (String each : row.getOrDefault("provisioning", "").split("\\s+", -1)) {
      if (!each.isEmpty()) {
        paths.add(each);
      }
    }
    Matcher attempts = ATTEMPTS.matcher(row.getOrDefault("first attempts", ""));
    boolean counted = attempts.matches();
    entry.put("firstAttemptsPassed", counted ? Integer.parseInt(attempts.group(1)) : 0);
    entry.put("firstAttempts", counted ? Integer.parseInt(attempts.group(2)) : 0);
    String certified = row.getOrDefault("certified", "");
    String last = row.getOrDefault("last", "");
    entry.put("last", last.isEmpty() ? certified : last);
    ArrayNode all = entry.putArray("certified");
    if (!row.getOrDefault("plan", "").isEmpty()) {
      all.add(certification(row, certified));
    }
    return entry;
  }

  private static ObjectNode certification(Map<String, String> row, String certified) {
    ObjectNode node = NODES.objectNode();
    String limits = row.getOrDefault("limits", "");
    int space = limits.lastIndexOf(' ');
    boolean none = limits.equals("no limits");
    node.put("plan", row.getOrDefault("plan", ""));
    node.put("planSha256", row.getOrDefault("plan sha256", ""));
    node.put("limits", none ? "" : space < 0 ? limits : limits.substring(0, space));
    node.put("limitsVersion", none || space < 0 ? "" : limits.substring(space + 1));
    node.put("limitsSha256", row.getOrDefault("limits sha256", ""));
    node.put("run", row.getOrDefault("run", ""));
    node.put("device", "");
    node.put("at", certified);
    node.put("outcome", row.getOrDefault("outcome", ""));
    node.put("attempt", number(row, "attempt", 1));
    node.put("lab", truth(row, "lab"));
    if (!row.getOrDefault("withdrawn", "").isEmpty()) {
      ObjectNode by = node.putObject("withdrawn");
      by.put("run", row.getOrDefault("withdrawn by", ""));
      by.put("at", row.get("withdrawn"));
      by.put("outcome", "fail");
    }
    return node;
  }

  private static boolean truth(Map<String, String> row, String name) {
    return switch (row.getOrDefault(name, "")) {
      case "true" -> true;
      case "false", "" -> false;
      default -> throw new IllegalArgumentException(name + " is neither true nor false");
    };
  }

  private static int number(Map<String, String> row, String name, int without) {
    String value = row.getOrDefault(name, "");
    if (value.isEmpty()) {
      return without;
    }
    if (!value.matches("[0-9]{1,9}")) {
      throw new IllegalArgumentException(name + " is no whole number from 0");
    }
    return Integer.parseInt(value);
  }
}
