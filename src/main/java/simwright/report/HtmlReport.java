package simwright.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import simwright.acceptance.Attached;
import simwright.acceptance.Run;
import simwright.audit.Anchor;

/// One run or several as one HTML file without script or links, with each measurement drawn against
/// its limits, each repeated one as a distribution, what was read in the background as a curve, and
/// the steps over time.
public final class HtmlReport {
  private HtmlReport() {}

  /// The page of one run.
  public static String of(Run run, Anchor anchor) {
    return of(List.of(run), anchor);
  }

  /// The page of several runs.
  public static String of(List<Run> runs, Anchor anchor) {
    return of(runs, List.of(), anchor);
  }

  /// The page of several runs; `before` holds those that were judged again, as they had been judged
  /// first.
  public static String of(List<Run> runs, List<Run> before, Anchor anchor) {
    return of(runs, before, anchor, _ -> Optional.empty());
  }

  /// The same; `attached` knows the bytes of what was attached: small pictures stand in the page.
  public static String of(
      List<Run> runs,
      List<Run> before,
      Anchor anchor,
      Function<Attached, Optional<byte[]>> attached) {
    ReportBody body = new ReportBody(runs, before, anchor, attached);
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head>");
    html.append("<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\"");
    html.append(" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">");
    html.append("<meta name=\"viewport\" content=\"width=device-width\">");
    html.append("<title>").append(body.title()).append("</title>\n<style>");
    html.append(PageStyle.SCREEN).append("</style></head><body>\n").append(body.markup());
    return html.append("</body></html>\n").toString();
  }
}
