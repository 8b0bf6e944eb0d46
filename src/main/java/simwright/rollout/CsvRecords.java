package simwright.rollout;

import java.util.ArrayList;
import java.util.List;

/// The records of a text of comma-separated values (RFC 4180): cells may stand in quotes, and hold
/// commas, line ends and doubled quotes there.
final class CsvRecords {
  private final List<List<String>> records = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private List<String> record = new ArrayList<>();

  private CsvRecords() {}

  /// Reads them; throws IllegalArgumentException where a quote is not closed.
  static List<List<String>> of(String text) {
    CsvRecords csv = new CsvRecords();
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
