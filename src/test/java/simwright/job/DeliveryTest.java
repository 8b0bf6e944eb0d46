package simwright.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.ask.Attendant;
import simwright.observe.Subscription;
import simwright.rsp.ActivationCode;
import simwright.sim.pki.TestPki;
import simwright.sim.server.CardBench;
import simwright.time.Deadline;

/// What a server would not take is told later, by itself.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DeliveryTest {
  private static final Delivery.Rhythm QUICK =
      new Delivery.Rhythm(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(1));

  @TempDir Path folder;
  private final List<String> stopped = new CopyOnWriteArrayList<>();

  @Test
  void whatAServerDidNotTakeIsTakenWhenItIsBack() {
    List<Undelivered> told = new CopyOnWriteArrayList<>();
    try (CardBench bench = new CardBench(folder, TestPki.make(new SecureRandom(), Instant.now()));
        Delivery delivery =
            new Delivery(bench.jobs, bench.devices, () -> bench.acts, bench.time, QUICK);
        Subscription _ =
            bench
                .acts
                .undelivered()
                .subscribe(each -> {
                  told.add(each);
                  delivery.later(each.device(), Set.of(each.server()));
                })) {
      // the fourth call is the notification
      ActivationCode code = bench.begin(1, new CardBench.Cut(0, 4, false));
      assertTrue(bench.download(code).installed());
      assertEquals(1, told.size(), "said to whoever watches");
      assertEquals("rsp/cut", told.getFirst().why().code().toString());
      Deadline deadline = bench.time.deadline(Duration.ofSeconds(40));
      while (bench.called() < 5 && !deadline.passed()) {
        bench.time.sleep(Duration.ofMillis(20));
      }
      assertEquals(
          List.of(),
          bench.end(bench.acts.notifications(bench.device, Attendant.absent())),
          "delivered later");
    }
  }

  @Test
  void whatWasStoppedIsTriedAgain() {
    try (CardBench bench = new CardBench(folder, TestPki.make(new SecureRandom(), Instant.now()));
        Delivery delivery =
            new Delivery(bench.jobs, bench.devices, () -> bench.acts, bench.time, QUICK);
        Subscription _ =
            bench
                .jobs
                .running()
                .subscribe(all ->
                    all.stream()
                        .filter(job -> job.act().equals("notification.send"))
                        .limit(stopped.isEmpty() ? 1 : 0)
                        .forEach(job -> {
                          stopped.add(job.id());
                          bench.jobs.cancel(job.id());
                        }));
        Subscription _ =
            bench
                .acts
                .undelivered()
                .subscribe(each -> delivery.later(each.device(), Set.of(each.server())))) {
      ActivationCode code = bench.begin(1, new CardBench.Cut(0, 4, false));
      assertTrue(bench.download(code).installed());
      Deadline deadline = bench.time.deadline(Duration.ofSeconds(40));
      while (bench.called() < 5 && !deadline.passed()) {
        bench.time.sleep(Duration.ofMillis(20));
      }
      assertEquals(1, stopped.size());
      assertEquals(
          List.of(), bench.end(bench.acts.notifications(bench.device, Attendant.absent())));
    }
  }

  @Test
  void whatAReadingFindsWaitingIsTakenToo() {
    try (CardBench bench = new CardBench(folder, TestPki.make(new SecureRandom(), Instant.now()))) {
      ActivationCode code = bench.begin(1, new CardBench.Cut(0, 4, false));
      assertTrue(bench.download(code).installed());
      try (Delivery delivery =
              new Delivery(bench.jobs, bench.devices, () -> bench.acts, bench.time, QUICK);
          Subscription _ =
              bench
                  .acts
                  .waiting()
                  .subscribe(each -> delivery.later(each.device(), each.servers()))) {
        var reading = bench.end(bench.acts.read(bench.device, Attendant.absent()));
        assertEquals(1, reading.notifications().size(), "left by a program that is gone");
        Deadline deadline = bench.time.deadline(Duration.ofSeconds(40));
        while (bench.called() < 5 && !deadline.passed()) {
          bench.time.sleep(Duration.ofMillis(20));
        }
        assertEquals(
            List.of(), bench.end(bench.acts.notifications(bench.device, Attendant.absent())));
      }
    }
  }
}
