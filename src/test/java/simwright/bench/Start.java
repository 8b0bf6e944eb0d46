package simwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How long `simwright devices` takes as it is packaged: plain, and with an ahead-of-time cache.
final class Start {
  private static final int RUNS = 10;
  private static final Path LAUNCHER = Path.of("target/simwright/bin/simwright").toAbsolutePath();

  private Start() {}

  static List<Figure> figures() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("start");
    try {
      Path cache = folder.resolve("simwright.aot");
      double plain = median(folder, "");
      seconds(folder, "-XX:AOTCacheOutput=" + cache);
      double cached = median(folder, "-XX:AOTCache=" + cache);
      return List.of(
          Figure.reported("simwright devices, plain, median", plain, "s"),
          Figure.reported("simwright devices, with an AOT cache, median", cached, "s"));
    } finally {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static double median(Path folder, String options)
      throws IOException, InterruptedException {
    List<Double> taken = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      taken.add(seconds(folder, options));
    }
    return RoundTrip.median(taken);
  }

  private static double seconds(Path folder, String options)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            LAUNCHER.toString(), "devices", "--data", folder.resolve("data").toString());
    builder.environment().put("SIMWRIGHT_JAVA_OPTIONS", options);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException(Files.readString(folder.resolve("out")));
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
