package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.cli.Exit;

/// What a card behind a modem said can be heard again from the transcript, without any device.
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class ReplayedDeviceTest {
  @AutoClose private final BenchShell bench;
  @AutoClose private final BenchShell elsewhere;

  ReplayedDeviceTest(@TempDir Path folder) {
    bench = new BenchShell(folder.resolve("bench"));
    elsewhere = new BenchShell(folder.resolve("elsewhere"));
  }

  private static JsonNode list(BenchShell shell, String device) throws IOException {
    int exit = shell.bare("profiles", "list", device, "--json");
    assertEquals(Exit.PASSED, exit, () -> shell.out() + shell.err());
    return shell.json();
  }

  @Test
  void theProfilesAreListedAgainAndAnotherRequestIsRefusedWithBothSides() throws IOException {
    bench.begin("ec25");
    JsonNode live = list(bench, "L");
    bench.bench().close();
    String kept = "replay:" + only(bench.data().resolve("transcripts"));
    JsonNode again = list(elsewhere, kept);
    assertTrue(live.path("profiles").size() > 0, live.toString());
    assertEquals(live.path("profiles"), again.path("profiles"));
    assertNotEquals(Exit.PASSED, elsewhere.bare("notifications", "list", kept), elsewhere.out());
    assertTrue(elsewhere.err().contains("link/replay-mismatch"), elsewhere.err());
    assertTrue(elsewhere.err().contains("expected AT+CGLA="), elsewhere.err());
    assertTrue(elsewhere.err().contains("was sent AT+CGLA="), elsewhere.err());
  }

  private static Path only(Path transcripts) throws IOException {
    try (Stream<Path> files = Files.list(transcripts)) {
      return files.findFirst().orElseThrow();
    }
  }
}
