package simwright.report;

import java.util.List;
import java.util.Optional;
import simwright.acceptance.Run;
import simwright.audit.Anchor;

/// One run or several as PDF: what the HTML page says, on A4 paper.
public final class PdfReport {
  private PdfReport() {}

  /// The file; `before` holds those that were judged again, as they had been judged first.
  public static byte[] of(List<Run> runs, List<Run> before, Anchor anchor) {
    ReportBody body = new ReportBody(runs, before, anchor, _ -> Optional.empty());
    return Paper.of(body.title(), PageStyle.PAPER, body.markup());
  }
}
