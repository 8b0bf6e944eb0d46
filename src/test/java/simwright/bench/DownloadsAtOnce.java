package simwright.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import simwright.identity.Iccid;
import simwright.job.Job;
import simwright.lpa.ProfileDownload;

/// Twenty devices that download at once, against the time in which the processors do nothing but
/// compute as long as they did for as many downloads one after the other: in blocks that alternate,
/// each on a bench of its own. What other programs take of the processors, they take from both.
final class DownloadsAtOnce {
  private static final int DEVICES = 20;
  private static final int BLOCKS = 4;
  private static final int TURNS = 100_000;
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  private DownloadsAtOnce() {}

  /// Seconds on the wall and of the processors.
  private record Spent(double wall, double processor) {}

  static List<Figure> figures() throws IOException, InterruptedException {
    List<Double> ratios = new ArrayList<>();
    List<Double> walls = new ArrayList<>();
    List<Double> alone = new ArrayList<>();
    for (int block = 0; block <= BLOCKS; block++) {
      Spent inTurn = run(false);
      double before = burn(inTurn.processor());
      Spent together = run(true);
      double ideal = (before + burn(inTurn.processor())) / 2;
      // the first one warms up
      if (block > 0) {
        ratios.add(together.wall() / ideal);
        walls.add(together.wall());
        alone.add(inTurn.processor() / DEVICES);
      }
    }
    return List.of(
        Figure.reported("processor time of a download, simulators too", median(alone), "s"),
        Figure.reported("20 devices download at once, median", median(walls), "s"),
        Figure.atMost(1.3, "20 at once, of the CPU-bound ideal", median(ratios), "times"));
  }

  private static double median(List<Double> values) {
    return RoundTrip.median(values);
  }

  private static Spent run(boolean together) throws IOException {
    Path folder = Scratch.folder("downloads");
    try (ServedCards cards = new ServedCards(folder, DEVICES, "ec25", (links, time) -> links)) {
      double processor = processor();
      long start = System.nanoTime();
      List<Job<ProfileDownload.Result>> jobs = new ArrayList<>();
      for (String id : cards.ids()) {
        jobs.add(cards.begin(id));
        if (!together) {
          Iccid unused = cards.installed(jobs.getLast());
        }
      }
      jobs.forEach(cards::installed);
      return new Spent((System.nanoTime() - start) / 1e9, processor() - processor);
    } finally {
      Scratch.delete(folder);
    }
  }

  /// Seconds that all processors together need for so much work of nothing but computing, with what
  /// else the machine does meanwhile.
  private static double burn(double much) throws InterruptedException {
    List<Thread> busy = new ArrayList<>();
    double enough = processor() + much;
    long start = System.nanoTime();
    for (int i = 0; i < CORES; i++) {
      busy.add(
          Thread.ofPlatform()
              .start(() -> {
                while (processor() < enough) {
                  for (int turn = 0; turn < TURNS; turn++) {
                    Thread.onSpinWait();
                  }
                }
              }));
    }
    for (Thread each : busy) {
      each.join();
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /// Seconds that this program has had of the processors.
  private static double processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }
}
