package simwright.ui.terminal;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import simwright.identity.Redactor;
import simwright.ui.fx.Text;

/// The rows as a file to keep or send on; identifiers are taken out.
final class Export {
  private Export() {}

  static String transcript(List<Row> rows) {
    return Redactor.redact(
        rows.stream().map(row -> row.plain() + "\n").collect(Collectors.joining()));
  }

  static String markdown(String title, List<Row> rows, Function<Row, String> explain) {
    StringBuilder out = new StringBuilder("# ").append(cell(title)).append("\n\n");
    out.append(Text.of("terminal.markdown.head")).append("\n| ---: | --- | --- | --- |\n");
    for (Row row : rows) {
      out.append("| ")
          .append(row.time())
          .append(" | ")
          .append(row.directionWord())
          .append(" | `")
          .append(cell(row.text()).replace('`', '\''))
          .append("` | ")
          .append(cell(explain.apply(row)))
          .append(" |\n");
    }
    return Redactor.redact(out.toString());
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
