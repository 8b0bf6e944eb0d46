package simwright.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import simwright.audit.Anchor;
import simwright.audit.Export;
import simwright.journal.Recorded;
import simwright.ui.audit.BookAudit;

/// Writes records of the log as a file; its name carries the size of the log, which is anchored.
final class LogExport implements BookAudit.Exporter {
  private final OpenData data;

  LogExport(OpenData data) {
    this.data = data;
  }

  @Override
  public String write(LongFunction<List<Recorded>> olderThan, String format) {
    Anchor anchor = data.book().anchor();
    Path file =
        data.data().root().resolve("exports").resolve("log-" + anchor.size() + "." + format);
    Export.Format form = Export.Format.valueOf(format.toUpperCase(Locale.ROOT));
    return Export.redacted(form).write(file, anchor, Long.MAX_VALUE, olderThan).file().toString();
  }
}
