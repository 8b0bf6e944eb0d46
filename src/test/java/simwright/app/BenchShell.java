package simwright.app;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import simwright.lab.BenchDescription;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.sim.pty.PseudoTerminal;

/// The command line beside a bench with one device, `m`, with the bench in `b` and the data in `d`
/// of a folder. In a command `L` is the device's link.
final class BenchShell implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final Shell shell = new Shell();
  private final SimulatedBench bench = shell.bench();

  BenchShell(Path folder) {
    this.folder = folder;
  }

  /// Begins a device of this kind.
  void begin(String kind) {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    BenchDescription unused =
        bench.start(folder.resolve("b"), List.of(new DeviceRequest("m", kind, "", 1)));
  }

  /// The same with servers.
  BenchDescription serve(String kind) {
    begin(kind);
    return bench.startServers();
  }

  SimulatedBench bench() {
    return bench;
  }

  Path data() {
    return folder.resolve("d");
  }

  /// Runs a command with the data folder and the bench, that prints JSON.
  int run(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.add("--json");
    if (!words[0].equals("audit")) {
      all.addAll(List.of("--bench", folder.resolve("b").toString()));
    }
    return bare(all.toArray(String[]::new));
  }

  /// Runs a command with the data folder alone.
  int bare(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.replaceAll(word -> word.equals("L") ? folder.resolve("b/m").toString() : word);
    all.addAll(List.of("--data", data().toString()));
    return shell.run(all);
  }

  /// Runs a command that needs no data folder.
  int plain(String... words) {
    return shell.run(words);
  }

  JsonNode json() throws IOException {
    return JSON.readTree(shell.out());
  }

  String out() {
    return shell.out();
  }

  String err() {
    return shell.err();
  }

  @Override
  public void close() {
    bench.close();
    shell.close();
  }
}
