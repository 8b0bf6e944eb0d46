package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Progress;
import simwright.device.Device;
import simwright.euicc.GetEid;
import simwright.euicc.MemoryReset.What;
import simwright.journal.Event;
import simwright.lpa.Flow;
import simwright.lpa.Intent;
import simwright.lpa.Intent.Verdict;
import simwright.lpa.Intents;
import simwright.lpa.Reconciliation;

/// What became of a memory reset whose program is gone is read from the card, by the kinds of
/// things that were to go; one that was never asked of the card has done nothing.
class ResetVerdictTest {
  @TempDir Path folder;
  private int number;
  private boolean asked = true;

  @Test
  void onlyTheKindsThatWereChosenDecide() {
    try (CardBench bench = new CardBench(folder)) {
      var unused = bench.download(bench.begin(1, CardBench.Cut.NEVER));
      Device device = bench.devices.device(bench.device);
      assertEquals(Verdict.NOT_DONE, verdict(bench, device, EnumSet.allOf(What.class)));
      assertEquals(Verdict.NOT_DONE, verdict(bench, device, Set.of(What.OPERATIONAL_PROFILES)));
      assertEquals(Verdict.DONE, verdict(bench, device, Set.of(What.FIELD_LOADED_TEST_PROFILES)));
      asked = false;
      assertEquals(
          Verdict.NOT_DONE, verdict(bench, device, Set.of(What.FIELD_LOADED_TEST_PROFILES)));
      asked = true;
      assertEquals(Verdict.DONE, verdict(bench, device, Set.of(What.DEFAULT_SMDP_ADDRESS)));
      var before =
          bench.end(bench.acts.defaultServer(bench.device, "smdp.example.com", Attendant.absent()));
      assertEquals(Optional.empty(), before);
      assertEquals(Verdict.NOT_DONE, verdict(bench, device, Set.of(What.DEFAULT_SMDP_ADDRESS)));
    }
  }

  /// A program begins it and is gone; the next one asks the card.
  private Verdict verdict(CardBench bench, Device device, Set<What> what) {
    Flow flow =
        new Flow(
            "reset-" + ++number,
            bench.device,
            Attendant.absent(),
            Progress.none(),
            new Cancel(),
            bench.book);
    return device.card(
        new Cancel(),
        card -> {
          Intent begun =
              bench.intents.begin(
                  flow,
                  Intent.Kind.MEMORY_RESET,
                  new Intents.Subject.Card(what),
                  card.ask(new GetEid()));
          if (asked) {
            var unused =
                bench.book.append(
                    new Event.Provisioned(begun.id(), bench.device, "asked", "begun", Map.of()));
          }
          return new Reconciliation(bench.intents, flow)
              .settle(card, each -> !each.id().equals(begun.id()))
              .getFirst()
              .verdict();
        });
  }
}
