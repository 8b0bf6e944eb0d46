package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.ask.Attendant;
import simwright.rsp.ActivationCode;
import simwright.sim.pki.TestPki;
import simwright.sim.server.CardBench.Cut;

/// What a job costs beyond the card: connections to its server.
class CostOfAJobTest {
  @TempDir Path folder;
  private CardBench bench;

  @BeforeEach
  void open() {
    bench = new CardBench(folder, TestPki.make(new SecureRandom(), Instant.now()));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void aDownloadAndWhatIsToldOfItTakeOneConnection() {
    ActivationCode code = bench.begin(1, Cut.NEVER);
    assertTrue(bench.download(code).installed());
    assertEquals(4, bench.called(), "three to fetch, one to tell");
    assertEquals(1, bench.connections());
  }

  @Test
  void whatNeedsNoServerTakesNone() {
    ActivationCode unused = bench.begin(1, Cut.NEVER);
    assertEquals(0, bench.onCard());
    assertEquals(0, bench.connections());
    assertTrue(bench.end(bench.acts.send(bench.device, Attendant.absent())).isEmpty());
    assertEquals(0, bench.connections());
  }
}
