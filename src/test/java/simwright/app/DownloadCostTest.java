package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.sim.pty.PseudoTerminal;

/// Commands and bytes are counted, so they are the same on every machine.
class DownloadCostTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDownloadCostsHardlyMoreThanItMust(boolean longSegments) throws IOException {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    try (DownloadCost cost = new DownloadCost(folder)) {
      CardTraffic seen = cost.download(longSegments);
      int longest =
          seen.functions().stream()
              .filter(each -> each.tag().startsWith("86"))
              .mapToInt(CardTraffic.Function::sent)
              .max()
              .orElseThrow();
      assertEquals(longSegments ? 1036 : 1020, longest);
      int floor = seen.floor(DownloadCost.NEEDED);
      assertTrue(seen.commands() <= floor + 2, seen.commands() + " commands, floor " + floor);
      int bytes = seen.lineFloor(DownloadCost.NEEDED);
      assertTrue(seen.lineBytes() <= 1.03 * bytes, seen.lineBytes() + " bytes, floor " + bytes);
    }
  }

  @Test
  void aListOfProfilesIsOneCommandAndItsAnswer() throws IOException {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    try (DownloadCost cost = new DownloadCost(folder)) {
      CardTraffic seen = cost.list();
      assertEquals(
          List.of("BF2D"), seen.functions().stream().map(CardTraffic.Function::tag).toList());
      assertEquals(seen.functions().getFirst().commands(), seen.commands());
    }
  }
}
