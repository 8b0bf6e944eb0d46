package simwright.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import simwright.acceptance.Run;
import simwright.acceptance.Samples;
import simwright.acceptance.StepRecord;
import simwright.acceptance.plan.Limit;

/// A run over time as SVG inside a page: what was read in the background, and which step was at
/// work when.
final class RunChart {
  private static final int WIDTH = 640;
  private static final int LABEL = 200;
  private static final int HEIGHT = 90;
  private static final int ROW = 16;
  private static final int LETTERS = 32;
  private static final int POINTS = 300;

  private RunChart() {}

  private record Row(String phase, String title) {}

  /// What was read of one thing: of very many values the least and the most of each stretch.
  static String of(Samples read) {
    List<Integer> kept = kept(read);
    String title = read.title() + ", " + read.unit();
    if (kept.isEmpty()) {
      return "<p>" + Literal.markup(title) + ": nothing was read</p>";
    }
    double least = kept.stream().mapToDouble(i -> read.values().get(i)).min().orElse(0);
    double most = kept.stream().mapToDouble(i -> read.values().get(i)).max().orElse(0);
    double span = Math.max(1, read.millis().get(kept.getLast()));
    StringBuilder svg = open(HEIGHT + 20, title + ": " + read.values().size() + " values");
    svg.append("<polyline class=\"curve\" points=\"");
    for (int i : kept) {
      double share =
          most > least ? (read.values().get(i) / 2 - least / 2) / (most / 2 - least / 2) : 0.5;
      svg.append(
          String.format(
              Locale.ROOT,
              "%.1f,%.1f ",
              LABEL + (WIDTH - LABEL - 10) * read.millis().get(i) / span,
              5 + (HEIGHT - 10) * (1 - share)));
    }
    svg.append("\"/>");
    text(svg, 4, 14, shortened(read.title()));
    text(svg, 4, HEIGHT - 30, "most " + shortened(Limit.number(most) + " " + read.unit()));
    text(svg, 4, HEIGHT - 14, "least " + shortened(Limit.number(least) + " " + read.unit()));
    axis(svg, HEIGHT + 14, span);
    return svg.append("</svg>").toString();
  }

  /// The steps of a run: a line for each, a bar for each round and try of it.
  static String of(Run run) {
    Map<Row, List<StepRecord>> rows = new LinkedHashMap<>();
    run.all()
        .forEach(step ->
            rows.computeIfAbsent(new Row(step.phase(), step.title()), _ -> new ArrayList<>())
                .add(step));
    double span =
        run.all().stream()
            .mapToDouble(step -> (double) step.at().toMillis() + step.took().toMillis())
            .max()
            .orElse(1);
    StringBuilder svg = open(rows.size() * ROW + 20, "the steps over time");
    int y = 0;
    for (Map.Entry<Row, List<StepRecord>> row : rows.entrySet()) {
      text(svg, 4, y + 12, shortened(row.getKey().title()));
      for (StepRecord step : row.getValue()) {
        bar(svg, step, y, Math.max(1, span));
      }
      y += ROW;
    }
    axis(svg, y + 14, Math.max(1, span));
    return svg.append("</svg>").toString();
  }

  private static void bar(StringBuilder svg, StepRecord step, int y, double span) {
    double scale = (WIDTH - LABEL - 10) / span;
    svg.append(
        String.format(
            Locale.ROOT,
            "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" class=\"%s\"/>",
            LABEL + step.at().toMillis() * scale,
            y + 3,
            Math.max(1.5, step.took().toMillis() * scale),
            ROW - 6,
            OutcomeMark.colour(step.outcome())));
  }

  /// Which values are drawn.
  private static List<Integer> kept(Samples read) {
    List<Integer> all =
        IntStream.range(0, Math.min(read.values().size(), read.millis().size()))
            .filter(i -> Double.isFinite(read.values().get(i)))
            .boxed()
            .toList();
    if (all.size() <= POINTS) {
      return all;
    }
    List<Integer> kept = new ArrayList<>();
    int stretch = (all.size() * 2 + POINTS - 1) / POINTS;
    for (int from = 0; from < all.size(); from += stretch) {
      List<Integer> part = all.subList(from, Math.min(all.size(), from + stretch));
      int least = part.getFirst();
      int most = part.getFirst();
      for (int i : part) {
        least = read.values().get(i) < read.values().get(least) ? i : least;
        most = read.values().get(i) > read.values().get(most) ? i : most;
      }
      kept.add(Math.min(least, most));
      if (least != most) {
        kept.add(Math.max(least, most));
      }
    }
    return kept;
  }

  private static StringBuilder open(int height, String words) {
    return new StringBuilder(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" role=\"img\""
                + " aria-label=\"%s\"><rect x=\"%d\" width=\"%d\" height=\"%d\" class=\"plain\"/>",
            WIDTH,
            height,
            Literal.markup(words),
            LABEL,
            WIDTH - LABEL,
            height - 20));
  }

  private static void axis(StringBuilder svg, int y, double span) {
    text(svg, LABEL, y, "0 s");
    text(svg, WIDTH - 80, y, Limit.number(span / 1000) + " s");
  }

  private static void text(StringBuilder svg, int x, int y, String words) {
    svg.append("<text x=\"").append(x).append("\" y=\"").append(y);
    svg.append("\" font-size=\"11\">").append(Literal.markup(words)).append("</text>");
  }

  private static String shortened(String raw) {
    String shown = Literal.of(raw);
    return shown.codePointCount(0, shown.length()) <= LETTERS
        ? shown
        : shown.substring(0, shown.offsetByCodePoints(0, LETTERS - 1)) + "…";
  }
}
