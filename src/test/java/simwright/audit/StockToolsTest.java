package simwright.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.journal.Event;
import simwright.keys.KeyRing;
import simwright.store.Store;
import simwright.time.SystemTime;

/// The page for strangers: its own commands, run as they stand there, with stock tools only.
class StockToolsTest {
  @TempDir Path folder;

  @Test
  void theCommandsOfThePageVerifyALogAndFindAChangedOne() throws Exception {
    for (String tool : List.of("sqlite3", "sha256sum", "openssl", "bash")) {
      assumeTrue(run("command -v " + tool).code() == 0, tool + " is not installed");
    }
    try (SystemTime time = new SystemTime();
        Store store = Store.open(folder.resolve("simwright.db"), time);
        Audit audit =
            new Audit(
                store,
                KeyRing.open(folder.resolve("keys")),
                folder.resolve("anchors"),
                new Actor("tester", Actor.Role.ADMIN),
                time)) {
      for (int i = 0; i < 25; i++) {
        audit.append(new Event.Asked("j", "act " + i + " ü", "", Map.of()));
      }
    }
    String page = String.join("\n", commands());
    Ended good = run(page);
    List<String> lines = good.out().lines().toList();
    assertEquals(5, lines.size(), good.out() + good.err());
    assertEquals(lines.get(0).split(" ")[0], lines.get(1));
    assertEquals("Signature Verified Successfully", lines.get(2));
    assertEquals(lines.get(3).split(" ")[0], lines.get(4));
    assertEquals(
        0,
        run("sqlite3 simwright.db \"drop trigger record_no_update; update record set line = line ||"
                + " ' ' where seq = 3\"")
            .code());
    List<String> bad = run(page).out().lines().toList();
    assertTrue(!bad.get(0).split(" ")[0].equals(bad.get(1)), bad.toString());
  }

  private record Ended(int code, String out, String err) {}

  /// The lines between the fences of the page.
  private static List<String> commands() throws Exception {
    List<String> commands = new ArrayList<>();
    boolean inside = false;
    for (String line : page().lines().toList()) {
      if (line.strip().startsWith("```")) {
        inside = !inside;
      } else if (inside) {
        commands.add(line.strip());
      }
    }
    return commands;
  }

  private static String page() throws Exception {
    try (InputStream in =
        Objects.requireNonNull(
            Audit.class.getResourceAsStream("/simwright/manual/verify-audit-log.md"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Ended run(String script) throws Exception {
    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder("bash", "-c", script)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertTrue(process.waitFor(60, TimeUnit.SECONDS));
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
