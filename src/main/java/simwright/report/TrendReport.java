package simwright.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;
import simwright.audit.Anchor;
import simwright.rollout.Trend;

/// Measurements over time as one HTML file without script or links: every value as a dot at its
/// time, with the limits in force then, and the figures of all beside it.
public final class TrendReport {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 180;
  private static final int EDGE = 12;
  private static final int MOST = 2000;

  private TrendReport() {}

  /// The page.
  public static String of(List<Trend> trends, Anchor anchor) {
    StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head>");
    html.append("<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\"");
    html.append(" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
    html.append("<meta name=\"viewport\" content=\"width=device-width\">");
    html.append("<title>Trends</title>\n<style>").append(PageStyle.SCREEN);
    html.append("</style></head><body>\n<h1>Trends</h1>\n");
    if (trends.isEmpty()) {
      html.append("<p>Nothing of that kind was measured.</p>\n");
    }
    trends.forEach(trend -> section(html, trend));
    html.append("<p>Signal figures are the modem's own and not calibrated.</p>\n");
    html.append("<p>Audit log: ").append(anchor.size()).append(" records, head <code>");
    html.append(RunSection.hash(anchor.head())).append("</code></p>\n");
    return html.append("</body></html>\n").toString();
  }

  private static void section(StringBuilder html, Trend trend) {
    html.append("<h2>").append(Literal.markup(trend.measurement().words()));
    if (!trend.split().isEmpty()) {
      html.append(", ").append(Literal.markup(trend.split()));
    }
    html.append(trend.simulated() ? " <strong>SIMULATED</strong>" : "").append("</h2>\n<p>");
    html.append(Literal.markup(trend.spread().words(trend.measurement().unit())));
    html.append("</p>\n").append(chart(trend)).append('\n');
  }

  private static String chart(Trend trend) {
    List<Trend.Point> all = trend.points();
    List<Trend.Point> points = all.subList(Math.max(0, all.size() - MOST), all.size());
    double least = bounds(points).min().orElse(0);
    double most = bounds(points).max().orElse(0);
    long first = points.getFirst().at().toEpochMilli();
    double span = Math.max(1, points.getLast().at().toEpochMilli() - first);
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" role=\"img\""
                + " aria-label=\"%d values over time\"><rect width=\"%d\" height=\"%d\""
                + " class=\"plain\"/>",
            WIDTH,
            HEIGHT + 40,
            points.size(),
            WIDTH,
            HEIGHT));
    for (Trend.Point point : points) {
      double x = EDGE + (WIDTH - 2 * EDGE) * (point.at().toEpochMilli() - first) / span;
      bound(svg, point.limit().least(), x, least, most);
      bound(svg, point.limit().most(), x, least, most);
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%s\" class=\"%s\"/>",
              x,
              y(point.value(), least, most),
              point.outcome() == Outcome.FAIL ? "4.5" : "3",
              OutcomeMark.colour(point.outcome())));
    }
    String unit = " " + trend.measurement().unit();
    text(svg, EDGE, HEIGHT + 16, points.getFirst().at() + " to " + points.getLast().at());
    text(svg, EDGE, HEIGHT + 32, Limit.number(least) + unit + " to " + Limit.number(most) + unit);
    return svg.append("</svg>").toString();
  }

  /// A limit is a short line at every value, so that a change of it is seen where it came.
  private static void bound(
      StringBuilder svg, Optional<Double> bound, double x, double least, double most) {
    bound.ifPresent(value ->
        svg.append(
            String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\" class=\"mark\"/>",
                x - 5,
                x + 5,
                y(value, least, most),
                y(value, least, most))));
  }

  private static DoubleStream bounds(List<Trend.Point> points) {
    return points.stream()
        .flatMap(point ->
            Stream.concat(
                Stream.of(point.value()),
                Stream.concat(point.limit().least().stream(), point.limit().most().stream())))
        .mapToDouble(Double::doubleValue)
        .filter(Double::isFinite);
  }

  private static double y(double value, double least, double most) {
    double share = most > least ? (value / 2 - least / 2) / (most / 2 - least / 2) : 0.5;
    return HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * Math.clamp(share, 0, 1);
  }

  private static void text(StringBuilder svg, int x, int y, String words) {
    svg.append("<text x=\"").append(x).append("\" y=\"").append(y);
    svg.append("\" font-size=\"11\">").append(Literal.markup(words)).append("</text>");
  }
}
