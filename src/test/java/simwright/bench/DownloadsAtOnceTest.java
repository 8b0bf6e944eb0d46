package simwright.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.identity.Iccid;
import simwright.job.Job;
import simwright.lpa.CardReading;
import simwright.lpa.ProfileDownload;
import simwright.sim.pty.PseudoTerminal;

/// Twenty devices download at once over their terminals: each card has the profile that waited for
/// it and nothing else, and every server was told.
class DownloadsAtOnceTest {
  private static final int DEVICES = 20;

  @TempDir Path folder;

  @Test
  void noCardGetsWhatIsAnothersOrTellsWhatIsAnothers() {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    try (ServedCards cards = new ServedCards(folder, DEVICES, "ec25", (links, time) -> links)) {
      Map<String, Set<Iccid>> before = new LinkedHashMap<>();
      cards.ids().forEach(id -> before.put(id, iccids(cards.read(id))));
      List<Job<ProfileDownload.Result>> jobs = new ArrayList<>();
      cards.ids().forEach(id -> jobs.add(cards.begin(id)));
      Set<Iccid> all = new HashSet<>();
      for (int i = 0; i < DEVICES; i++) {
        String id = cards.ids().get(i);
        Iccid installed = cards.installed(jobs.get(i));
        CardReading now = cards.read(id);
        Set<Iccid> expected = new HashSet<>(before.get(id));
        expected.add(installed);
        assertEquals(expected, iccids(now), id);
        assertEquals(List.of(), now.notifications(), id);
        all.add(installed);
      }
      assertEquals(DEVICES, all.size(), "each has its own");
    }
  }

  private static Set<Iccid> iccids(CardReading reading) {
    return reading.profiles().stream()
        .map(each -> each.iccid().orElseThrow())
        .collect(Collectors.toSet());
  }
}
