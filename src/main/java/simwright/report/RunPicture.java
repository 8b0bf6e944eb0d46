package simwright.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import simwright.acceptance.Distribution;
import simwright.acceptance.Measured;
import simwright.acceptance.plan.Limit;

/// Pictures of measurements against their limits, as SVG inside a page. Shapes and words say what
/// colours say.
final class RunPicture {
  private static final double WIDTH = 260;

  private RunPicture() {}

  /// One value: what is allowed as a band, the marginal parts lighter, the value as a line.
  static String of(Measured measured, double value) {
    Axis axis = Axis.over(measured.limit(), List.of(value));
    StringBuilder svg = open(18, measured.limit().name() + " " + measured.words());
    band(svg, axis, measured.limit(), 18);
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" width=\"3\" height=\"18\" class=\"value\"/></svg>",
            axis.at(value) - 1.5));
    return svg.toString();
  }

  /// Many values: one dot each in the order they were taken, from top to bottom, from the least to
  /// the most, what is allowed behind them, and median and p90 as lines with their names.
  static String of(Series series) {
    List<Double> values = series.values();
    Distribution found = Distribution.of(values);
    Axis axis = Axis.over(values);
    double step = Math.max(2, Math.min(9, 160.0 / values.size()));
    int dots = (int) Math.ceil(step * values.size() + 8);
    StringBuilder svg =
        open(dots + 44, series.title() + ": distribution of " + values.size() + " values");
    band(svg, axis, series.limit(), dots);
    for (int i = 0; i < values.size(); i++) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\" class=\"dot\"/>",
              axis.at(values.get(i)),
              6 + i * step));
    }
    mark(svg, axis.at(found.median()), dots, "median", 12);
    mark(svg, axis.at(found.percentile(90)), dots, "p90", 24);
    end(svg, axis.at(found.most()), dots, Limit.number(found.most()) + " " + series.limit().unit());
    if (found.least() < found.most()) {
      end(svg, axis.at(found.least()), dots, Limit.number(found.least()));
    }
    return svg.append("</svg>").toString();
  }

  private static StringBuilder open(int height, String words) {
    return new StringBuilder(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%d\" role=\"img\""
                + " aria-label=\"%s\"><rect width=\"%.0f\" height=\"%d\" class=\"plain\"/>",
            WIDTH,
            height,
            Literal.markup(words),
            WIDTH,
            height));
  }

  private static void band(StringBuilder svg, Axis axis, Limit limit, int height) {
    double from = limit.least().map(axis::at).orElse(0.0);
    double to = limit.most().map(axis::at).orElse(WIDTH);
    double inner = limit.least().map(l -> axis.at(l + limit.marginal())).orElse(0.0);
    double outer = limit.most().map(m -> axis.at(m - limit.marginal())).orElse(WIDTH);
    rect(svg, from, to, height, "near");
    rect(svg, Math.max(from, inner), Math.min(to, outer), height, "within");
  }

  private static void rect(StringBuilder svg, double from, double to, int height, String shade) {
    if (to > from) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%.1f\" width=\"%.1f\" height=\"%d\" class=\"%s\"/>",
              from,
              to - from,
              height,
              shade));
    }
  }

  private static void end(StringBuilder svg, double x, int dots, String words) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%d\" font-size=\"10\" text-anchor=\"middle\">%s</text>",
            x,
            dots + 38,
            Literal.markup(words)));
  }

  private static void mark(StringBuilder svg, double x, int dots, String name, int below) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\" class=\"mark\"/><text x=\"%.1f\""
                + " y=\"%d\" font-size=\"10\">%s</text>",
            x,
            x,
            dots + below - 8,
            Math.min(x + 2, WIDTH - 38),
            dots + below,
            name));
  }

  /// The values from a little below to a little above all that is shown.
  private record Axis(double low, double high) {
    static Axis over(List<Double> values) {
      return over(new Limit("", "", Optional.empty(), Optional.empty(), 0), values);
    }

    static Axis over(Limit limit, List<Double> values) {
      double[] all =
          DoubleStream.concat(
                  DoubleStream.concat(
                      limit.least().stream().mapToDouble(l -> l),
                      limit.most().stream().mapToDouble(m -> m)),
                  values.stream().mapToDouble(v -> v))
              .toArray();
      double least = DoubleStream.of(all).min().orElse(0);
      double most = DoubleStream.of(all).max().orElse(1);
      double room = Math.max(1e-9, (most - least) * 0.15);
      return new Axis(least - room, most + room);
    }

    double at(double value) {
      return Math.clamp(WIDTH * (value - low) / (high - low), 0, WIDTH);
    }
  }
}
