package simwright.quota;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import simwright.document.Csv;
import simwright.document.WrittenFile;
import simwright.fault.Fault;

/// Readings of counters and operators' accounts of quotas from elsewhere, as a spreadsheet (CSV
/// with a heading): `at` (ISO 8601) with `device` and `sent`, `received` for a reading, or with
/// `profile` and `used`, `cap` or `reset` for an account. Amounts are bytes or have a unit.
public final class DataFile {
  /// The columns there may be.
  public static final List<String> COLUMNS =
      List.of(
          "at", "device", "profile", "app", "sent", "received", "roaming", "used", "cap", "reset");

  private static final int SHOWN = 8;
  private static final Set<String> TRUTHS = Set.of("", "true", "false");

  private final String name;
  private final String sha256;
  private final List<Counted> counters = new ArrayList<>();
  private final List<Account> accounts = new ArrayList<>();
  private final Map<Integer, String> errors = new TreeMap<>();
  private final Map<Counted, Integer> rows = new HashMap<>();

  private DataFile(String name, String sha256) {
    this.name = name;
    this.sha256 = sha256;
  }

  /// Reads a text; throws `quota/broken-import` with each row that is wrong.
  public static DataFile read(String text, String name) {
    DataFile file = new DataFile(name, WrittenFile.sha256(text));
    try {
      file.rows(Csv.records(text));
    } catch (IllegalArgumentException e) {
      throw file.broken(String.valueOf(e.getMessage()));
    }
    file.whole();
    return file;
  }

  /// The readings, in the order of their times.
  public List<Counted> counters() {
    return List.copyOf(counters);
  }

  /// The accounts.
  public List<Account> accounts() {
    return List.copyOf(accounts);
  }

  /// The SHA-256 of the text.
  public String sha256() {
    return sha256;
  }

  /// Throws `quota/broken-import` where a reading is not after what is known of its counter.
  void refuse(List<Counted> standing) {
    Map<List<String>, Instant> last = new HashMap<>();
    standing.forEach(each -> last.put(List.of(each.device(), each.app()), each.at()));
    for (Counted each : counters) {
      Optional<Instant> known =
          Optional.ofNullable(last.put(List.of(each.device(), each.app()), each.at()));
      known
          .filter(at -> !each.at().isAfter(at))
          .ifPresent(at ->
              errors.put(
                  rows.getOrDefault(each, 0),
                  "this counter was read at " + at + ", which is later"));
    }
    whole();
  }

  private void rows(List<List<String>> records) {
    if (records.isEmpty()) {
      throw new IllegalArgumentException("it is empty");
    }
    List<String> heading =
        records.getFirst().stream().map(each -> each.replace("\uFEFF", "").strip()).toList();
    heading.stream()
        .filter(each -> !COLUMNS.contains(each))
        .findFirst()
        .ifPresent(each -> {
          throw new IllegalArgumentException("row 1: there is no column '" + each + "'");
        });
    if (!heading.contains("at") || Set.copyOf(heading).size() < heading.size()) {
      throw new IllegalArgumentException("row 1: the column at is missing, or one stands twice");
    }
    for (int i = 1; i < records.size(); i++) {
      row(i + 1, heading, records.get(i));
    }
    counters.sort(java.util.Comparator.comparing(Counted::at));
  }

  private void row(int number, List<String> heading, List<String> cells) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    if (cells.size() != heading.size()) {
      errors.put(number, "it has " + cells.size() + " cells, not " + heading.size());
      return;
    }
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      row.put(heading.get(i), Csv.bare(cells.get(i).strip()));
    }
    try {
      take(number, row);
    } catch (DateTimeParseException e) {
      errors.put(number, "at is no time such as 2026-11-22T04:00:00Z");
    } catch (IllegalArgumentException e) {
      errors.put(number, String.valueOf(e.getMessage()));
    }
  }

  private void take(int number, Map<String, String> row) {
    Instant at = Instant.parse(text(row, "at"));
    OptionalLong sent = volume(row, "sent");
    OptionalLong received = volume(row, "received");
    OptionalLong used = volume(row, "used");
    OptionalLong cap = volume(row, "cap");
    boolean reset = truth(row, "reset");
    boolean counts = sent.isPresent() && received.isPresent();
    boolean tells = used.isPresent() || cap.isPresent() || reset;
    if (counts == tells || sent.isPresent() != received.isPresent()) {
      throw new IllegalArgumentException(
          "a row has either sent and received, or used, cap or reset");
    }
    if (counts && text(row, "device").isEmpty() || tells && text(row, "profile").isEmpty()) {
      throw new IllegalArgumentException(
          counts ? "the device is missing" : "the profile is missing");
    }
    if (text(row, "profile").matches("[0-9 ]{10,}")) {
      throw new IllegalArgumentException("a profile goes by its name here, not by a number");
    }
    if (counts) {
      Counted reading =
          new Counted(
              at,
              text(row, "device"),
              text(row, "profile"),
              text(row, "app"),
              sent.getAsLong(),
              received.getAsLong(),
              true,
              truth(row, "roaming"));
      counters.add(reading);
      rows.put(reading, number);
    } else {
      accounts.add(
          new Account(at, text(row, "device"), text(row, "profile"), "import", used, cap, reset));
    }
  }

  private static String text(Map<String, String> row, String name) {
    return row.getOrDefault(name, "");
  }

  private static boolean truth(Map<String, String> row, String name) {
    String value = text(row, name);
    if (!TRUTHS.contains(value)) {
      throw new IllegalArgumentException(name + " is neither true nor false");
    }
    return value.equals("true");
  }

  private static OptionalLong volume(Map<String, String> row, String name) {
    String value = text(row, name);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    if (value.matches("[0-9]{1,17}")) {
      return OptionalLong.of(Long.parseLong(value));
    }
    OptionalLong bytes = Volume.bytes(value);
    if (bytes.isEmpty()) {
      throw new IllegalArgumentException(name + " is no amount of bytes");
    }
    return bytes;
  }

  private void whole() {
    if (!errors.isEmpty()) {
      List<String> told =
          errors.entrySet().stream()
              .limit(SHOWN)
              .map(each -> "row " + each.getKey() + ": " + each.getValue())
              .toList();
      int more = errors.size() - told.size();
      throw broken(String.join("; ", told) + (more > 0 ? "; and " + more + " more rows" : ""));
    }
  }

  private Fault broken(String why) {
    return new Fault(QuotaCodes.BROKEN_IMPORT, "importing data", name, why, null);
  }
}
