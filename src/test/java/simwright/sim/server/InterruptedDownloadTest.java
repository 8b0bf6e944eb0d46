package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.ask.Attendant;
import simwright.fault.Fault;
import simwright.lpa.Intent;
import simwright.lpa.ProfileDownload;
import simwright.rsp.ActivationCode;
import simwright.sim.pki.TestPki;
import simwright.sim.server.CardBench.Cut;
import simwright.sim.server.CardBench.How;
import simwright.time.TurnedTime;

/// A download is cut at the commands to the card and every call of the server, before the other
/// side has it, after, and by an answer that comes too late: what is said of it afterwards is what
/// the card says, and with one more try, which is the next attempt of the same intent, the profile
/// is on the card once.
@Tag("slow")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class InterruptedDownloadTest {
  @TempDir Path folder;
  private CardBench bench;
  private int number;

  @BeforeEach
  void open() {
    Instant now = Instant.now();
    bench = new CardBench(folder, TestPki.make(new SecureRandom(), now), new TurnedTime(now));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void everyCutOfTheCardsLinkEndsInWhatTheCardSays() {
    int all = whole()[0];
    Map<String, Integer> verdicts = new TreeMap<>();
    for (int at = 1; at <= all; at++) {
      for (How how : How.values()) {
        verdicts.merge(cut(new Cut(at, 0, how)), 1, Integer::sum);
      }
    }
    assertTrue(verdicts.keySet().containsAll(List.of("installed", "not installed")), "" + verdicts);
  }

  @Test
  void everyCutOfAServersCallIsMadeGoodOrEndsInWhatTheCardSays() {
    int all = whole()[1];
    assertEquals(4, all, "three to fetch, one to tell");
    for (int at = 1; at <= all; at++) {
      for (How how : How.values()) {
        assertEquals("installed", cut(new Cut(0, at, how)), "call " + at + " " + how);
      }
    }
  }

  /// How many commands and calls a whole download takes.
  private int[] whole() {
    ActivationCode code = bench.begin(++number, Cut.NEVER);
    assertTrue(bench.download(code).installed());
    return new int[] {bench.sent(), bench.called()};
  }

  private String cut(Cut where) {
    ActivationCode code = bench.begin(++number, where);
    String said = said(code, where);
    bench.cut(Cut.NEVER);
    long there = bench.onCard();
    assertEquals(said.equals("installed") ? 1 : 0, there, where.toString());
    assertEquals(List.of(), bench.intents.open(bench.device), where.toString());
    if (there == 0) {
      int before = bench.intents.of(bench.lastJob()).map(Intent::attempt).orElse(0);
      assertTrue(bench.download(code).installed(), where.toString());
      int again = bench.intents.of(bench.lastJob()).orElseThrow().attempt();
      assertEquals(before + 1, again, where.toString());
    } else {
      var unused = bench.end(bench.acts.send(bench.device, Attendant.absent()));
    }
    assertEquals(1, bench.onCard(), where.toString());
    var waiting = bench.end(bench.acts.notifications(bench.device, Attendant.absent()));
    assertEquals(List.of(), waiting, where.toString());
    Order order = bench.orders.matching(code.matchingId());
    assertEquals(Order.State.INSTALLED, order.state(), where.toString());
    return said;
  }

  /// What the program says became of it.
  private String said(ActivationCode code, Cut where) {
    try {
      ProfileDownload.Result result = bench.download(code);
      return result.installed() ? "installed" : "not installed";
    } catch (Fault stopped) {
      Optional<String> state = stopped.state();
      if (state.isEmpty()) {
        assertEquals(Optional.empty(), bench.intents.of(bench.lastJob()), "nothing was begun");
        return "not installed";
      }
      String words = state.get();
      assertTrue(words.startsWith("The card says: "), where + ": " + words);
      return words.substring("The card says: ".length(), words.indexOf('.'));
    }
  }
}
