package simwright.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.ask.Attendant;
import simwright.observe.Subscription;
import simwright.rsp.ActivationCode;
import simwright.sim.server.CardBench;
import simwright.time.Deadline;

/// What a server would not take is told later, by itself.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DeliveryTest {
  private static final Delivery.Rhythm QUICK =
      new Delivery.Rhythm(Duration.ofMillis(50), Duration.ofMillis(200), Duration.ofSeconds(1));

  @AutoClose private final CardBench bench;
  private final List<String> stopped = new CopyOnWriteArrayList<>();

  DeliveryTest(@TempDir Path folder) {
    bench = new CardBench(folder);
  }

  private Delivery delivery() {
    return new Delivery(bench.jobs, bench.devices, () -> bench.acts, bench.time, QUICK);
  }

  /// Downloads; the server does not take the fourth call, the notification of it.
  private void downloadUntold() {
    ActivationCode code = bench.begin(1, new CardBench.Cut(0, 4, false));
    assertTrue(bench.download(code).installed());
  }

  private void awaitDelivered() {
    Deadline deadline = bench.time.deadline(Duration.ofSeconds(40));
    while (bench.called() < 5 && !deadline.passed()) {
      bench.time.sleep(Duration.ofMillis(20));
    }
    assertEquals(List.of(), bench.end(bench.acts.notifications(bench.device, Attendant.absent())));
  }

  @Test
  void whatAServerDidNotTakeIsTakenWhenItIsBack() {
    List<Undelivered> told = new CopyOnWriteArrayList<>();
    try (Delivery delivery = delivery();
        Subscription _ =
            bench
                .acts
                .undelivered()
                .subscribe(each -> {
                  told.add(each);
                  delivery.later(each.device(), Set.of(each.server()));
                })) {
      downloadUntold();
      assertEquals(1, told.size(), "said to whoever watches");
      assertEquals("rsp/cut", told.getFirst().why().code().toString());
      awaitDelivered();
    }
  }

  @Test
  void whatWasStoppedIsTriedAgain() {
    try (Delivery delivery = delivery();
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
      downloadUntold();
      awaitDelivered();
      assertEquals(1, stopped.size());
    }
  }

  @Test
  void whatAReadingFindsWaitingIsTakenToo() {
    downloadUntold();
    try (Delivery delivery = delivery();
        Subscription _ =
            bench.acts.waiting().subscribe(each -> delivery.later(each.device(), each.servers()))) {
      var reading = bench.end(bench.acts.read(bench.device, Attendant.absent()));
      assertEquals(1, reading.notifications().size(), "left by a program that is gone");
      awaitDelivered();
    }
  }
}
