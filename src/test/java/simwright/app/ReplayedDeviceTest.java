package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.cli.Exit;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.sim.pty.PseudoTerminal;

/// What a card behind a modem said can be heard again from the transcript, without any device.
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ReplayedDeviceTest {
  @TempDir Path folder;
  private final Shell shell = new Shell();
  private final SimulatedBench bench = shell.bench();

  @AfterEach
  void close() {
    bench.close();
    shell.close();
  }

  private JsonNode list(String device, String data) throws IOException {
    int exit =
        shell.run("profiles", "list", device, "--json", "--data", folder.resolve(data).toString());
    assertEquals(Exit.PASSED, exit, () -> shell.out() + shell.err());
    return new ObjectMapper().readTree(shell.out());
  }

  @Test
  void theProfilesAreListedAgainAndAnotherRequestIsRefusedWithBothSides() throws IOException {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    var unused = bench.start(folder.resolve("b"), List.of(new DeviceRequest("m", "ec25", "", 1)));
    JsonNode live = list(folder.resolve("b/m").toString(), "d");
    bench.close();
    String kept = "replay:" + only(folder.resolve("d/transcripts"));
    JsonNode again = list(kept, "d2");
    assertTrue(live.path("profiles").size() > 0, live.toString());
    assertEquals(live.path("profiles"), again.path("profiles"));
    List<String> words =
        new ArrayList<>(
            List.of("notifications", "list", kept, "--data", folder.resolve("d3").toString()));
    assertNotEquals(Exit.PASSED, shell.run(words), shell.out());
    assertTrue(shell.err().contains("link/replay-mismatch"), shell.err());
    assertTrue(shell.err().contains("expected AT+CGLA="), shell.err());
    assertTrue(shell.err().contains("was sent AT+CGLA="), shell.err());
  }

  private static Path only(Path transcripts) throws IOException {
    try (Stream<Path> files = Files.list(transcripts)) {
      return files.findFirst().orElseThrow();
    }
  }
}
