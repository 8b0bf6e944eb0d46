package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.ask.Agreeing;
import simwright.ask.Attendant;
import simwright.euicc.NotificationMetadata;
import simwright.identity.Iccid;
import simwright.job.Job;
import simwright.rsp.ActivationCode;
import simwright.sim.server.CardBench.Cut;

/// A notification that its server refused stays on the card.
class RefusedNotificationTest {
  @TempDir Path folder;

  @Test
  void whatAServerRefusesWithStatus200IsNotTakenOffTheCard() {
    try (CardBench bench = new CardBench(folder)) {
      ActivationCode code = bench.begin(1, new Cut(0, 4, false));
      assertTrue(bench.download(code).installed());
      bench.cut(Cut.NEVER);
      bench.refuse("8.1", "6.1");
      var told = bench.end(bench.acts.send(bench.device, Attendant.absent()));
      assertEquals("es9+/8.1-6.1", told.getFirst().stays().orElseThrow().code().toString());
      var waiting = bench.end(bench.acts.notifications(bench.device, Attendant.absent()));
      assertEquals(1, waiting.size());
      bench.refuse("", "");
      assertEquals(1, bench.end(bench.acts.send(bench.device, Attendant.absent())).size());
      assertEquals(
          List.of(), bench.end(bench.acts.notifications(bench.device, Attendant.absent())));
    }
  }

  @Test
  void whatAServerRefusesHoldsBackTheSameProfileAloneAndKeepsItsOrder() {
    try (CardBench bench = new CardBench(folder)) {
      ActivationCode first = bench.begin(1, new Cut(0, 4, false));
      assertTrue(bench.download(first).installed());
      Iccid refused = new Iccid("8988211000000000001");
      ActivationCode second = bench.order(2, UnaryOperator.identity(), "");
      bench.cut(Cut.NEVER);
      bench.refuseAbout(refused);
      assertTrue(bench.download(second).installed());
      Job<Boolean> deleted = bench.acts.delete(bench.device, refused, new Agreeing());
      assertTrue(bench.end(deleted));
      var told = bench.end(bench.acts.send(bench.device, Attendant.absent()));
      assertEquals(
          List.of("es9+/8.1-6.1", "lpa/earlier-first"),
          told.stream()
              .flatMap(each -> each.stays().stream())
              .map(why -> why.code().toString())
              .toList());
      var waiting = bench.end(bench.acts.notifications(bench.device, Attendant.absent()));
      assertEquals(
          List.of(Optional.of(refused), Optional.of(refused)),
          waiting.stream().map(NotificationMetadata::iccid).toList());
      assertEquals(Order.State.INSTALLED, bench.orders.matching(second.matchingId()).state());
    }
  }
}
