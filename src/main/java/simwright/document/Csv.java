package simwright.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Comma-separated values (RFC 4180), read and written: cells may stand in quotes, and hold commas,
/// line ends and doubled quotes there.
public final class Csv {
  private static final String FORMULA = "=+-@'";

  private final List<List<String>> records = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private List<String> record = new ArrayList<>();

  private Csv() {}

  /// The records of a text; throws IllegalArgumentException where a quote is not closed.
  public static List<List<String>> records(String text) {
    Csv csv = new Csv();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        csv.cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (quoted || c != ',' && c != '\n' && c != '\r') {
        csv.cell.append(c);
      } else if (c == ',') {
        csv.ends();
      } else if (c == '\n') {
        csv.over();
      }
    }
    if (quoted) {
      throw new IllegalArgumentException("a quote is not closed");
    }
    if (!csv.cell.isEmpty() || !csv.record.isEmpty()) {
      csv.over();
    }
    return List.copyOf(csv.records);
  }

  /// Text of anybody's as a cell that no spreadsheet takes for a formula: one that would begin one
  /// gets an apostrophe.
  public static String guarded(String text) {
    String bare = text.stripLeading();
    return bare.isEmpty() || FORMULA.indexOf(bare.charAt(0)) < 0 ? text : "'" + text;
  }

  /// The text of a guarded cell as it was.
  public static String bare(String cell) {
    return cell.startsWith("'") && !guarded(cell.substring(1)).equals(cell.substring(1))
        ? cell.substring(1)
        : cell;
  }

  /// Anybody's text as one cell of a line, guarded, in quotes where it needs them.
  public static String cell(String text) {
    String safe = guarded(text);
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }

  /// Appends a record; each cell stands in quotes.
  public static void append(StringBuilder csv, List<String> cells) {
    csv.append(
            cells.stream()
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",")))
        .append("\r\n");
  }

  private void ends() {
    record.add(cell.toString());
    cell.setLength(0);
  }

  private void over() {
    ends();
    records.add(List.copyOf(record));
    record = new ArrayList<>();
  }
}
