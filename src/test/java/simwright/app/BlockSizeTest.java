package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.lab.BenchDescription;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.sim.pty.PseudoTerminal;

/// A modem that takes no long command lines is met with smaller blocks: settled with
/// AuthenticateServer, where nothing is consumed yet, and never changed afterwards.
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class BlockSizeTest {
  /// STORE DATA as it stands in a line: P1, P2, Lc, the first two bytes.
  private static final Pattern BLOCK =
      Pattern.compile("\"8[0-9A-F]E2(11|91)([0-9A-F]{2})([0-9A-F]{2})([0-9A-F]{4})");

  @TempDir Path folder;
  private final Shell shell = new Shell();
  private final SimulatedBench bench = shell.bench();

  private record Block(int number, int bytes, String first) {}

  @AfterEach
  void close() {
    bench.close();
    shell.close();
  }

  private List<Block> blocks() throws IOException {
    List<Block> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve("d/transcripts"))) {
      for (Path file : files.sorted().toList()) {
        Matcher found = BLOCK.matcher(Files.readString(file));
        while (found.find()) {
          all.add(
              new Block(
                  Integer.parseInt(found.group(2), 16),
                  Integer.parseInt(found.group(3), 16),
                  found.group(4)));
        }
      }
    }
    return all;
  }

  @Test
  void theSizeIsSettledWithAuthenticateServerAndStays() throws IOException {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    var unused =
        bench.start(folder.resolve("b"), List.of(new DeviceRequest("m", "sara-r5", "", 1)));
    BenchDescription.Order order = bench.startServers().orders().getFirst();
    int exit =
        shell.run(
            List.of(
                "profiles",
                "download",
                folder.resolve("b/m").toString(),
                "--code",
                order.code(),
                "--yes",
                "--data",
                folder.resolve("d").toString(),
                "--bench",
                folder.resolve("b").toString()));
    assertEquals(0, exit, shell::err);
    List<Block> blocks = blocks();
    List<Block> large = blocks.stream().filter(each -> each.bytes() > 120).toList();
    assertEquals(1, large.size(), "one try with the largest");
    assertEquals("BF38", large.getFirst().first());
    assertEquals(255, large.getFirst().bytes());
    int refused = blocks.indexOf(large.getFirst());
    Block again =
        blocks.stream()
            .skip(refused + 1L)
            .filter(each -> each.first().equals("BF38"))
            .findFirst()
            .orElseThrow();
    assertEquals(new Block(0, 120, "BF38"), again, "from its first block");
    Block challenge =
        blocks.subList(refused, blocks.indexOf(again)).stream()
            .filter(each -> each.first().equals("BF2E"))
            .findFirst()
            .orElseThrow();
    assertEquals(0, challenge.number(), "with a new challenge");
    assertTrue(
        blocks.stream().filter(each -> each.bytes() == 120).count() > 20, "the package, too");
  }
}
