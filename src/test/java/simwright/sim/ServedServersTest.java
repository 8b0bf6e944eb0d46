package simwright.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.fault.Fault;
import simwright.hardware.HardwareProfiles;
import simwright.lab.BenchControl;
import simwright.lab.BenchDescription;
import simwright.lab.BenchFile;
import simwright.lab.Disturbance;
import simwright.lab.LabCodes;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.sim.pty.PseudoTerminal;
import simwright.time.SystemTime;

/// A served bench with servers: published once when all of it is there, disturbed from outside, and
/// gone without a trace.
class ServedServersTest {
  @TempDir Path root;
  private final SystemTime time = new SystemTime();
  private final SimBench bench = new SimBench(HardwareProfiles.shipped(), time);

  @BeforeEach
  void onLinux() {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
  }

  @AfterEach
  void close() {
    bench.close();
    time.close();
  }

  private BenchDescription serve(Path dir) {
    return bench.serveAll(dir, List.of(new DeviceRequest("ec25", "ec25", "", 1)));
  }

  @Test
  void theFirstThatAReaderSeesIsWhole() throws Exception {
    Path dir = root.resolve("b");
    CompletableFuture<BenchDescription> first = new CompletableFuture<>();
    Thread watcher =
        time.start(
            "watcher",
            () -> {
              while (!Files.exists(dir.resolve(BenchFile.NAME)) && !Thread.interrupted()) {
                time.sleep(Duration.ofMillis(1));
              }
              first.complete(BenchFile.read(dir));
            });
    BenchDescription served = serve(dir);
    BenchDescription seen = first.get(30, TimeUnit.SECONDS);
    watcher.join();
    assertEquals(served, seen);
    assertEquals(List.of("sm-dp+", "sm-ds", "es2+"), kinds(seen));
    assertEquals(6, seen.orders().stream().filter(each -> each.device().isEmpty()).count());
    assertEquals(
        8 * served.devices().size(),
        seen.orders().stream().filter(each -> !each.device().isEmpty()).count(),
        "test orders for each device");
    for (BenchDescription.Server each : seen.servers()) {
      String[] at = each.address().split(":");
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(at[0], Integer.parseInt(at[1])), 5_000);
        assertTrue(socket.isConnected());
      }
      assertTrue(Files.exists(Path.of(each.root())));
    }
  }

  private static List<String> kinds(BenchDescription seen) {
    return seen.servers().stream().map(BenchDescription.Server::kind).toList();
  }

  @Test
  void itLeavesNothing() {
    Path dir = root.resolve("b");
    var unused = serve(dir);
    bench.close();
    assertFalse(Files.exists(dir));
  }

  @Test
  void serversAreDisturbedOverTheBenchsControl() {
    Path dir = root.resolve("b");
    var unused = serve(dir);
    BenchControl.disturb(dir, "ec25", new Disturbance.Server("wrong-role"), time);
    BenchControl.disturb(dir, "ec25", new Disturbance.Server(""), time);
    BenchControl.disturb(dir, "ec25", new Disturbance.Toolkit(true), time);
    assertThrows(Fault.class, () -> bench.disturb("ec25", new Disturbance.Server("sulk")));
  }

  @Test
  void withoutServersThereIsNothingToDisturb() {
    var unused =
        bench.serve(root.resolve("b"), List.of(new DeviceRequest("ec25", "ec25.usim", "", 1)));
    Fault none =
        assertThrows(Fault.class, () -> bench.disturb("ec25", new Disturbance.Server("page")));
    assertEquals(LabCodes.SERVER, none.code());
  }
}
