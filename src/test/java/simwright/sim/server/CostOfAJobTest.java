package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.ask.Attendant;
import simwright.rsp.ActivationCode;
import simwright.sim.server.CardBench.Cut;

/// What a job costs beyond the card: connections to its server.
class CostOfAJobTest {
  @AutoClose private final CardBench bench;

  CostOfAJobTest(@TempDir Path folder) {
    bench = new CardBench(folder);
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
