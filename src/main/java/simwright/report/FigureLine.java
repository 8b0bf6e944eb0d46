package simwright.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import simwright.kpi.Figure;
import simwright.kpi.Measure;
import simwright.rollout.Rate;
import simwright.rollout.Spread;

/// A figure in words: never without its n, with an interval where there are enough of them.
public record FigureLine(Measure measure, String of, String words, long n, boolean told) {
  private static final int ENOUGH = 20;
  private static final double HIGH = 0.95;

  /// The lines of figures, in their order.
  public static List<FigureLine> of(List<Figure> figures) {
    return figures.stream().map(FigureLine::of).toList();
  }

  /// The line of one.
  public static FigureLine of(Figure figure) {
    return switch (figure) {
      case Figure.Share(Measure of, long hits, long n) ->
          new FigureLine(of, "", new Rate(hits, n).words(), n, n > 0);
      case Figure.Count(Measure of, long count) ->
          new FigureLine(of, "", String.valueOf(count), count, true);
      case Figure.Values(Measure of, String profile, List<Double> values) ->
          values.isEmpty()
              ? new FigureLine(of, profile, "nothing to count (n = 0)", 0, false)
              : new FigureLine(of, profile, words(of, values), values.size(), true);
      case Figure.Untold(Measure of, String why) ->
          new FigureLine(of, "", "not told: " + why, 0, false);
    };
  }

  private static String words(Measure of, List<Double> values) {
    Spread spread = Spread.of(values);
    double mean = values.stream().collect(Collectors.averagingDouble(each -> each));
    String text = spread.words(of.unit());
    String more = values.size() > 1 ? String.format(Locale.ROOT, ", mean %.2f", mean) : "";
    return values.size() < ENOUGH
        ? text + more
        : text + more + String.format(Locale.ROOT, ", p95 %.2f", high(values));
  }

  private static double high(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.ceil(HIGH * sorted.size()) - 1);
  }
}
