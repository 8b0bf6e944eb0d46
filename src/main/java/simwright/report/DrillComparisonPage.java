package simwright.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;
import simwright.rollout.Spread;

/// Two drills side by side as one HTML file without script or links: every round as a dot, the
/// interval of the median below it, and the figures with their n.
public final class DrillComparisonPage {
  private static final int WIDTH = 720;
  private static final int ROW = 46;
  private static final int EDGE = 12;

  private DrillComparisonPage() {}

  /// The page.
  public static String of(DrillComparison all) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head>");
    html.append("<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\"");
    html.append(" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
    html.append("<meta name=\"viewport\" content=\"width=device-width\">");
    html.append("<title>Drills side by side</title>\n<style>").append(PageStyle.SCREEN);
    html.append("</style></head><body>\n<h1>Drills side by side</h1>\n");
    html.append("<p>").append(Literal.markup(all.first().about())).append("</p>\n");
    html.append("<p>").append(Literal.markup(all.second().about())).append("</p>\n");
    html.append("<p><strong>").append(Literal.markup(all.words())).append("</strong></p>\n");
    for (String name : DrillReport.TIMES) {
      section(html, all, name);
    }
    html.append("<p>Audit log: ").append(all.anchor().size()).append(" records, head <code>");
    html.append(RunSection.hash(all.anchor().head())).append("</code></p>\n");
    return html.append("</body></html>\n").toString();
  }

  private static void section(StringBuilder html, DrillComparison all, String name) {
    double most =
        Stream.concat(all.first().taken(name).stream(), all.second().taken(name).stream())
            .mapToDouble(each -> each)
            .max()
            .orElse(0);
    if (most <= 0) {
      return;
    }
    html.append("<h2>").append(Literal.markup(name)).append("</h2>\n");
    for (DrillSide side : List.of(all.first(), all.second())) {
      html.append("<p>").append(Literal.markup(side.drill() + ": " + side.words(name)));
      html.append("</p>\n").append(row(side, name, most)).append('\n');
    }
  }

  private static String row(DrillSide side, String name, double most) {
    List<Double> values = side.taken(name);
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" role=\"img\""
                + " aria-label=\"%d rounds of 0 to %s s\"><rect width=\"%d\" height=\"%d\""
                + " class=\"plain\"/>",
            WIDTH,
            ROW,
            values.size(),
            Limit.number(most),
            WIDTH,
            ROW));
    for (double value : values) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"16\" r=\"4\" class=\"%s\"/>",
              x(value, most),
              OutcomeMark.colour(Outcome.PASS)));
    }
    side.spread(name)
        .filter(spread -> spread.low().isPresent())
        .ifPresent(spread -> interval(svg, spread, most));
    return svg.append("</svg>").toString();
  }

  private static void interval(StringBuilder svg, Spread spread, double most) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"34\" y2=\"34\" class=\"mark\"/>",
            x(spread.low().orElseThrow(), most),
            x(spread.high().orElseThrow(), most)));
  }

  private static double x(double value, double most) {
    return EDGE + (WIDTH - 2 * EDGE) * Math.clamp(value / most, 0, 1);
  }
}
