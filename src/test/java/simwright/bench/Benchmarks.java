package simwright.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import simwright.app.PlugLatency;

/// Runs the benchmarks and judges their figures against the goals; ends with 1 where one is missed.
/// Arguments choose by name, such as `framer,round-trip`.
public final class Benchmarks {
  private Benchmarks() {}

  /// One benchmark: measures, and says what came out.
  @FunctionalInterface
  interface Benchmark {
    List<Figure> run() throws Exception;
  }

  private static Map<String, Benchmark> all() {
    Map<String, Benchmark> all = new LinkedHashMap<>();
    all.put("framer", FramerBenchmark::figures);
    all.put("round-trip", RoundTrip::figures);
    all.put("append", Keeping::appends);
    all.put("search", Keeping::searches);
    all.put("plug", PlugLatency::figures);
    all.put("flood", Flood::figures);
    all.put("start", Start::figures);
    all.put("host-time", HostTime::figures);
    all.put("at-once", DownloadsAtOnce::figures);
    all.put("runs-at-once", RunsAtOnce::figures);
    all.put("many-runs", ManyRuns::figures);
    all.put("catalog", FullCatalog::figures);
    return all;
  }

  /// Runs those named, or all.
  public static void main(String[] names) throws Exception {
    List<String> wanted =
        Stream.of(names)
            .flatMap(each -> Stream.of(each.split(",")))
            .filter(each -> !each.isBlank())
            .toList();
    List<Figure> figures = new ArrayList<>();
    for (Map.Entry<String, Benchmark> each : all().entrySet()) {
      if (wanted.isEmpty() || wanted.contains(each.getKey())) {
        System.out.println("== " + each.getKey());
        figures.addAll(each.getValue().run());
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%nJava %s, %d processors%n",
        Runtime.version(),
        Runtime.getRuntime().availableProcessors());
    figures.forEach(System.out::println);
    System.exit(figures.stream().allMatch(Figure::reached) ? 0 : 1);
  }
}
