package simwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// How long `simwright devices` takes as it is packaged, and the window until its first picture is
/// painted: plain, and with an ahead-of-time cache.
final class Start {
  private static final int RUNS = 10;
  private static final Path LAUNCHER = Path.of("target/simwright/bin/simwright").toAbsolutePath();

  private static final List<String> DEVICES = List.of("devices");
  private static final List<String> WINDOW = List.of("console", "--until-painted");

  private Start() {}

  static List<Figure> figures() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("start");
    try {
      Path cache = folder.resolve("simwright.aot");
      List<Figure> figures = new ArrayList<>(figures(folder, "simwright devices", DEVICES));
      figures.addAll(figures(folder, "the window, to its first picture", WINDOW));
      return figures;
    } finally {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static List<Figure> figures(Path folder, String name, List<String> command)
      throws IOException, InterruptedException {
    Path cache = folder.resolve(command.getFirst() + ".aot");
    double plain = median(folder, command, "");
    seconds(folder, command, "-XX:AOTCacheOutput=" + cache);
    double cached = median(folder, command, "-XX:AOTCache=" + cache);
    return List.of(
        Figure.reported(name + ", plain, median", plain, "s"),
        Figure.reported(name + ", with an AOT cache, median", cached, "s"));
  }

  private static double median(Path folder, List<String> command, String options)
      throws IOException, InterruptedException {
    List<Double> taken = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      taken.add(seconds(folder, command, options));
    }
    return RoundTrip.median(taken);
  }

  private static double seconds(Path folder, List<String> command, String options)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(LAUNCHER.toString());
    builder.command().addAll(command);
    builder.command().addAll(List.of("--data", folder.resolve("data").toString()));
    builder
        .environment()
        .put("SIMWRIGHT_JAVA_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw " + options);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve("out").toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException(Files.readString(folder.resolve("out")));
    }
    return (System.nanoTime() - start) / 1e9;
  }
}
