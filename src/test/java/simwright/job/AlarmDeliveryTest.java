package simwright.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.audit.Actor;
import simwright.audit.Kept;
import simwright.journal.Event;
import simwright.outlet.Outbox;
import simwright.outlet.Outlet;
import simwright.outlet.Outlets;
import simwright.rollout.Alarms;
import simwright.store.DataDirectory;
import simwright.time.BorrowedTime;
import simwright.time.HandTime;
import simwright.time.SystemTime;

/// Alarms are told again and again until they are taken: at once where all is well, after ever
/// longer pauses where it is not, and also by the next program.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class AlarmDeliveryTest {
  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  @AutoClose private final SystemTime real = new SystemTime();
  @AutoClose private final Kept log;
  private final HandTime hand = new HandTime();
  private final OneThread time = new OneThread(hand);
  private final Outlets outlets;
  private final List<Long> asked = new ArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private volatile int answer = 503;
  private long begun;

  /// What is started is done at once, so that the clock stands still meanwhile.
  private static final class OneThread extends BorrowedTime {
    OneThread(HandTime hand) {
      super(hand);
    }

    @Override
    public Thread start(String name, Runnable body) {
      body.run();
      return Thread.currentThread();
    }
  }

  AlarmDeliveryTest(@TempDir Path folder) {
    log = Kept.in(folder, new Actor("tester", Actor.Role.OPERATOR), real);
    outlets = new Outlets(new DataDirectory(folder));
  }

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/hook",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(answer, -1);
          exchange.close();
        });
    server.start();
    Outlet noc = Outlet.of("noc", "http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    new Outbox(log.store(), log.audit(), KEY).begin(noc);
    outlets.add(noc);
    begun = hand.nanos();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void raise(String id) {
    var unused = log.audit().append(new Event.Alarmed(id, "raised", "ec25", "text of " + id));
  }

  /// As a program that has just begun.
  private AlarmDelivery delivery() {
    AlarmActs acts =
        new AlarmActs(
            new Jobs(log.audit(), Permit.all(), real),
            new Alarms(log.store(), log.audit()),
            outlets,
            new Outbox(log.store(), log.audit(), KEY),
            time);
    return new AlarmDelivery(acts, time);
  }

  /// Turns the clock by seconds, and notes at which something was asked.
  private void pass(int seconds) {
    for (int i = 0; i < seconds; i++) {
      int before = bodies.size();
      hand.advance(Duration.ofSeconds(1));
      if (bodies.size() > before) {
        asked.add(Duration.ofNanos(hand.nanos() - begun).toSeconds());
      }
    }
  }

  @Test
  void whatIsNotTakenIsTriedAgainAfterEverLongerPausesAndTheNextProgramTellsItOnce() {
    raise("one");
    raise("two");
    try (AlarmDelivery _ = delivery()) {
      pass(400);
    }
    assertEquals(10, asked.getFirst(), "with the first tick");
    for (int k = 1; k < asked.size(); k++) {
      long gap = asked.get(k) - asked.get(k - 1);
      long full = 10L << k;
      assertTrue(gap >= full / 2 && gap <= full + 10, k + ". pause of " + gap + " s: " + asked);
    }
    assertTrue(asked.size() >= 4 && asked.size() <= 8, asked.toString());
    assertTrue(bodies.stream().allMatch(each -> each.contains("\"one\"")), "in their order");
    bodies.clear();
    answer = 204;
    try (AlarmDelivery _ = delivery()) {
      pass(10);
      assertEquals(2, bodies.size(), "nothing is lost over a restart");
      assertTrue(bodies.getFirst().contains("\"one\"") && bodies.getLast().contains("\"two\""));
      pass(120);
      assertEquals(2, bodies.size(), "and nothing is told twice");
      raise("three");
      pass(10);
      assertEquals(3, bodies.size(), "what comes then is told with the next tick");
    }
  }

  @Test
  void aTakenAlarmEndsTheLongPauses() {
    raise("one");
    try (AlarmDelivery _ = delivery()) {
      pass(200);
      answer = 204;
      pass(330);
      int taken = bodies.size();
      raise("two");
      pass(10);
      assertEquals(taken + 1, bodies.size(), "ten seconds again");
    }
  }

  /// It takes the connection and never answers: given up after ten seconds, and the other is told.
  @Test
  void anOutletThatNeverAnswersHoldsNoOtherUpForLong() throws IOException {
    answer = 204;
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Outlet hung = Outlet.of("a-hung", "http://127.0.0.1:" + mute.getLocalPort() + "/hook");
      new Outbox(log.store(), log.audit(), KEY).begin(hung);
      outlets.remove("noc");
      outlets.add(hung);
      outlets.add(Outlet.of("noc", "http://127.0.0.1:" + server.getAddress().getPort() + "/hook"));
      raise("one");
      long before = System.nanoTime();
      try (AlarmDelivery _ = delivery()) {
        pass(10);
      }
      long seconds = Duration.ofNanos(System.nanoTime() - before).toSeconds();
      assertEquals(1, bodies.size(), "the other was told");
      assertTrue(seconds < 30, "it was waited for " + seconds + " s");
      assertEquals(1, new Outbox(log.store(), log.audit(), KEY).waiting(hung).size());
    }
  }
}
