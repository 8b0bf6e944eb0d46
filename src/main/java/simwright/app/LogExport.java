package simwright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongFunction;
import simwright.fault.Fault;
import simwright.journal.Recorded;
import simwright.store.StoreCodes;
import simwright.ui.audit.BookAudit;

/// Writes records of the log as a file; its name carries the size of the log, which is anchored.
final class LogExport implements BookAudit.Exporter {
  private final OpenData data;

  LogExport(OpenData data) {
    this.data = data;
  }

  @Override
  public String write(LongFunction<List<Recorded>> olderThan, String format) {
    Path folder = data.data().root().resolve("exports");
    Path file = folder.resolve("log-" + data.book().anchor().size() + "." + format);
    StringBuilder text = new StringBuilder();
    List<Recorded> page = olderThan.apply(Long.MAX_VALUE);
    while (!page.isEmpty()) {
      page.forEach(each -> text.append(line(each, format)).append('\n'));
      page = olderThan.apply(page.getLast().seq());
    }
    try {
      Files.createDirectories(folder);
      return Files.writeString(file, text).toString();
    } catch (IOException e) {
      throw new Fault(StoreCodes.UNUSABLE, "exporting", file.toString(), e.getMessage(), e);
    }
  }

  private static String line(Recorded each, String format) {
    return format.equals("csv")
        ? each.seq()
            + ","
            + each.at()
            + ","
            + quoted(each.actor())
            + ","
            + quoted(each.kind())
            + ","
            + quoted(each.line())
        : each.line();
  }

  /// RFC 4180, and no cell that a spreadsheet would take for a formula.
  private static String quoted(String text) {
    String safe = text.matches("(?s)[=+\\-@\\t\\x00].*") ? "'" + text : text;
    return "\"" + safe.replace("\"", "\"\"") + "\"";
  }
}
