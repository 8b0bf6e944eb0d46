package simwright.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import simwright.lab.BenchDescription;
import simwright.lab.Disturbance;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;

/// What a download over AT costs at the card, by the transcript of its link: the whole command line
/// against a served bench.
public final class DownloadCost implements AutoCloseable {
  /// What a download has to ask, each once, or again where it has changed since: who the card is,
  /// what it has room for and holds; SGP.22 clause 3.1.3; what it holds then, and what it tells.
  static final List<String> NEEDED =
      List.of(
          "BF3E", "BF22", "BF2D", "BF20", "BF2E", "BF38", "BF21", "BF2D", "BF22", "BF28", "BF2B",
          "BF30");

  private final Path folder;
  private final Shell shell = new Shell();
  private final SimulatedBench bench = shell.bench();
  private final BenchDescription served;

  DownloadCost(Path folder) {
    this.folder = folder;
    var unused =
        bench.start(folder.resolve("b"), List.of(new DeviceRequest("ec25", "ec25", "", 1)));
    this.served = bench.startServers();
  }

  /// One download, with segments of the standard's length or longer ones.
  CardTraffic download(boolean longSegments) throws IOException {
    bench.disturb("ec25", new Disturbance.Server(longSegments ? "long-segments" : ""));
    String code = served.orders().get(longSegments ? 2 : 0).code();
    return after("profiles", "download", "L", "--code", code, "--yes");
  }

  /// The profiles are listed.
  CardTraffic list() throws IOException {
    return after("profiles", "list", "L");
  }

  private CardTraffic after(String... words) throws IOException {
    List<String> all = new java.util.ArrayList<>();
    for (String word : words) {
      all.add(word.equals("L") ? folder.resolve("b/ec25").toString() : word);
    }
    all.addAll(List.of("--data", folder.resolve("d").toString()));
    all.addAll(List.of("--bench", folder.resolve("b").toString()));
    int exit = shell.run(all);
    if (exit != 0) {
      throw new IllegalStateException(shell.err());
    }
    return CardTraffic.of(folder.resolve("d"));
  }

  @Override
  public void close() {
    bench.close();
    shell.close();
  }
}
