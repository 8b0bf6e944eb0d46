package simwright.report;

import java.util.ArrayList;
import java.util.List;

/// A strict reader of CSV (RFC 4180) with every cell quoted, for tests.
final class StrictCsv {
  private StrictCsv() {}

  static List<List<String>> read(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (text.charAt(at) != '"') {
        throw new AssertionError("a cell without quotes at " + at);
      }
      StringBuilder cell = new StringBuilder();
      at++;
      while (text.charAt(at) != '"' || text.startsWith("\"\"", at)) {
        cell.append(text.charAt(at));
        at += text.charAt(at) == '"' ? 2 : 1;
      }
      at++;
      row.add(cell.toString());
      if (text.startsWith("\r\n", at)) {
        rows.add(row);
        row = new ArrayList<>();
        at += 2;
      } else if (text.charAt(at) == ',') {
        at++;
      } else {
        throw new AssertionError("neither comma nor line end at " + at);
      }
    }
    return rows;
  }
}
