package simwright.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import simwright.journal.Event;
import simwright.store.Store;
import simwright.time.SystemTime;

/// A log of every older schema is kept as SQL text (`v1.sql` and so on); each opens, verifies and
/// goes on.
class OlderSchemaTest {
  @TempDir Path folder;

  static IntStream older() {
    return IntStream.range(1, Store.VERSION);
  }

  @ParameterizedTest
  @MethodSource("older")
  void anOlderLogOpensVerifiesAndGoesOn(int version) throws Exception {
    Path file = folder.resolve("log.db");
    make(file, version);
    try (SystemTime time = new SystemTime();
        Kept kept = Kept.in(folder, time)) {
      Audit audit = kept.audit();
      Verdict verdict = audit.verify(List.of());
      assertEquals(List.of(), verdict.findings());
      assertEquals(6, verdict.records());
      assertEquals(7, audit.append(new Event.Asked("j", "new.act", "", Map.of())).seq());
      assertEquals(List.of(1L), seqs(audit, "device.probe job.asked"));
      assertEquals(List.of(7L), seqs(audit, "new.act"));
      List<Sighting> seen = audit.identities("");
      assertEquals(3, seen.size());
      assertTrue(seen.stream().allMatch(each -> each.value().equals(Optional.empty())));
      assertEquals("sim:ec25", seen.getFirst().device());
      assertTrue(audit.verify(List.of()).sound());
    }
    assertTrue(Files.exists(folder.resolve("log.db.schema" + version)), "a copy was made before");
  }

  private static List<Long> seqs(Audit audit, String words) {
    return audit.search(words, Long.MAX_VALUE, 9).stream().map(each -> each.seq()).toList();
  }

  private static void make(Path file, int version) throws Exception {
    String name = "/simwright/schema/v" + version + ".sql";
    try (InputStream in = OlderSchemaTest.class.getResourceAsStream(name);
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      assertNotNull(in, "a log of schema " + version + " is kept: " + name);
      StringBuilder one = new StringBuilder();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        one.append(line.startsWith("--") ? "" : line).append('\n');
        if (line.endsWith(";") && !line.startsWith("--")) {
          statement.execute(one.toString());
          one.setLength(0);
        }
      }
    }
  }
}
