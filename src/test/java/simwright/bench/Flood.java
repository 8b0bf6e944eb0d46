package simwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Sixteen ports that each send as much as 115,200 baud carry, and a console of 300 MB heap
/// connected to all of them: how long its screen's thread is ever busy. Bench and console are
/// processes of their own.
final class Flood {
  private static final int PORTS = 16;

  /// Lines a second; one is some 29 bytes long, a port carries 11,520.
  private static final int LINES = 400;

  private static final Path LAUNCHER = Path.of("target/simwright/bin/simwright").toAbsolutePath();

  private Flood() {}

  static List<Figure> figures() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("flood");
    Path bench = folder.resolve("bench");
    List<String> serve = new ArrayList<>(List.of(LAUNCHER.toString(), "sim", "serve", "--dir"));
    serve.add(bench.toString());
    for (int i = 0; i < PORTS; i++) {
      serve.addAll(List.of("--device", "ec25"));
    }
    Process serving =
        new ProcessBuilder(serve)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("bench.log").toFile())
            .start();
    try {
      while (!Files.exists(bench.resolve("bench.json"))) {
        if (serving.waitFor(50, TimeUnit.MILLISECONDS)) {
          throw new IllegalStateException(Files.readString(folder.resolve("bench.log")));
        }
      }
      Map<String, Double> seen = console(folder, bench);
      return List.of(
          Figure.atMost(100, "16 ports in flood, Bench: screen busy", seen.get("BENCH"), "ms"),
          Figure.atMost(
              100, "16 ports in flood, Terminal: screen busy", seen.get("TERMINAL"), "ms"),
          Figure.atMost(300, "16 ports in flood: heap in use, of 300 MB", seen.get("heap"), "MB"),
          Figure.atLeast(PORTS, "16 ports in flood: devices held", seen.get("connected"), ""));
    } finally {
      serving.destroy();
      serving.waitFor();
    }
  }

  private static Map<String, Double> console(Path folder, Path bench)
      throws IOException, InterruptedException {
    Path out = folder.resolve("console.log");
    Process console =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx300m",
                "-Dglass.platform=Headless",
                "-Dprism.order=sw",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "simwright.app.Flooded",
                bench.toString(),
                folder.resolve("data").toString(),
                String.valueOf(LINES))
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    if (!console.waitFor(5, TimeUnit.MINUTES) || console.exitValue() != 0) {
      console.destroy();
      throw new IllegalStateException(Files.readString(out));
    }
    Map<String, Double> seen = new LinkedHashMap<>();
    for (String line : Files.readAllLines(out)) {
      String[] words = line.split(" ");
      if (words.length == 2 && words[1].matches("[0-9.]+")) {
        seen.put(words[0], Double.valueOf(words[1]));
      }
    }
    return seen;
  }
}
