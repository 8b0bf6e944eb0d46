package simwright.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import simwright.at.Answer;
import simwright.at.AtEngine;
import simwright.at.AtSettings;
import simwright.at.CommandClass;
import simwright.at.RawCommand;
import simwright.link.LinkAddress;
import simwright.link.LinkSettings;
import simwright.link.Links;
import simwright.link.serial.SerialLinks;
import simwright.sim.pty.PseudoTerminal;
import simwright.time.SystemTime;

/// The way from `AT` to `OK` over a pseudo-terminal: through port, transcript and engine, against a
/// bare file channel on the same terminal, in blocks that alternate.
final class RoundTrip {
  private static final int BLOCK = 500;
  private static final int BLOCKS = 20;
  private static final int WARM = 6;
  private static final byte[] ASK = "AT\r".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OK = "\r\nOK\r\n".getBytes(StandardCharsets.US_ASCII);

  private RoundTrip() {}

  static List<Figure> figures() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("round-trip");
    try (SystemTime time = new SystemTime();
        PseudoTerminal terminal = PseudoTerminal.open(time)) {
      time.start("modem", () -> answer(terminal, time));
      Links links = new Links(List.of(new SerialLinks(time)), folder, address -> true, time);
      List<Double> ratios = new ArrayList<>();
      List<Double> engine = new ArrayList<>();
      for (int i = 0; i < WARM + BLOCKS; i++) {
        double bare = bare(terminal.path());
        double ours = ours(links, terminal.path(), time);
        awaitFree(terminal.path());
        if (i >= WARM) {
          ratios.add(ours / bare);
          engine.add(ours);
        }
      }
      return List.of(
          Figure.reported("AT round trip, median", median(engine), "us"),
          Figure.atMost(2, "AT round trip, of a bare file channel's", median(ratios), "times"));
    } finally {
      try (var files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }

  private static void answer(PseudoTerminal terminal, SystemTime time) {
    byte[] buffer = new byte[256];
    int n;
    while ((n = terminal.read(buffer, time.deadline(Duration.ofSeconds(1)))) >= 0) {
      for (int i = 0; i < n; i++) {
        if (buffer[i] == '\r') {
          terminal.write(OK, time.deadline(Duration.ofSeconds(1)));
        }
      }
    }
  }

  /// Microseconds of one round trip, mean of a block.
  private static double bare(String path) throws IOException, InterruptedException {
    // A serial library leaves the terminal as it likes it; a bare channel wants reads that wait.
    new ProcessBuilder("stty", "-F", path, "raw", "-echo", "min", "1", "time", "0")
        .inheritIO()
        .start()
        .waitFor();
    ByteBuffer in = ByteBuffer.allocate(256);
    try (FileChannel channel =
        FileChannel.open(Path.of(path), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long start = System.nanoTime();
      for (int i = 0; i < BLOCK; i++) {
        channel.write(ByteBuffer.wrap(ASK));
        in.clear();
        while (in.position() < OK.length) {
          if (channel.read(in) < 0) {
            throw new IllegalStateException("the terminal hung up");
          }
        }
      }
      return (System.nanoTime() - start) / 1e3 / BLOCK;
    }
  }

  private static double ours(Links links, String path, SystemTime time) {
    var port = links.open(new LinkAddress("serial", path), LinkSettings.USUAL);
    try (AtEngine engine = new AtEngine(port, AtSettings.USUAL, time)) {
      engine.start();
      RawCommand command = new RawCommand("AT", CommandClass.LOCAL);
      long start = System.nanoTime();
      for (int i = 0; i < BLOCK; i++) {
        if (!(engine.send(command) instanceof Answer.Value<List<String>>)) {
          throw new IllegalStateException("no OK");
        }
      }
      return (System.nanoTime() - start) / 1e3 / BLOCK;
    }
  }

  /// A serial port is closed behind its user's back; until then it would share what comes.
  private static void awaitFree(String path) throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (users(path) > 1) {
      if (System.nanoTime() - start > 10e9) {
        throw new IllegalStateException(path + " stays open");
      }
      Thread.sleep(1);
    }
  }

  /// How often this process has the terminal open; the simulated modem holds it once.
  private static long users(String path) throws IOException {
    try (var open = Files.list(Path.of("/proc/self/fd"))) {
      return open.filter(each -> path.equals(target(each))).count();
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException gone) {
      return "";
    }
  }

  static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
