package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.Run;
import simwright.acceptance.Safety;
import simwright.ask.Agreeing;
import simwright.ask.Attendant;
import simwright.fault.Fault;
import simwright.job.Job;
import simwright.job.PlanActs;
import simwright.lab.Disturbance;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.observe.Subscription;
import simwright.sim.pty.PseudoTerminal;
import simwright.time.Deadline;

/// Runs that take the profile in use out of use and put it in use again, on several devices at
/// once, each ended in another way at another moment: the card holds what it held, in use as
/// before, or a record says that it may not, and stands until the device was seen to.
@Tag("slow")
class CardEndingsTest {
  private static final int DEVICES = 30;
  private static final int EACH = Boolean.getBoolean("simwright.soak") ? 20 : 2;
  private static final int MOMENTS = 12;
  private static final int LATER_MILLIS = 700;

  /// How a run is brought to its end.
  private enum Ending {
    ITS_OWN,
    STOPPED_ONCE,
    STOPPED_TWICE,
    LEFT_TO_A_PERSON,
    PULLED,
    PULLED_AND_PUT_BACK,
    REBOOTED
  }

  private static final String PLAN =
      """
      name: card-endings
      title: Endings with the card
      wear: {switches: 7, test_orders: none}
      setup:
        - {kind: connect, title: Connect, within_s: 30}
        - {id: home, kind: card, title: Card, with: {in_use: "yes"}, within_s: 60}
      main:
        - {kind: profile-disable, title: Out of use, with: {profile: home}, within_s: 8}
        - {kind: profile-enable, title: In use, with: {profile: home}, within_s: 8}
      safe_state:
        title: The profile that was in use is in use
        by_hand: Enable the profile that was in use.
        steps:
          - {kind: connect, title: It answers, within_s: 6}
          - {kind: functionality, title: Radio on, with: {level: 1}, within_s: 20}
          - {kind: profile-enable, title: In use, with: {profile: home}, within_s: 60, tries: 2, pause_s: 1}
          - {kind: card, title: As before, with: {in_use: "yes", as_before: home}, within_s: 60}
      """;

  @TempDir Path folder;

  @AutoClose private final Wiring wiring = new Wiring(Map.of(), PseudoTerminal.available());

  @AutoClose private final SimulatedBench bench = wiring.bench();

  private final Map<Safety.State, AtomicInteger> seen = new ConcurrentHashMap<>();
  private Path plan = Path.of("");

  @Test
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void everyEndingLeavesTheProfilesAsBeforeOrARecordThatBlocks() throws Exception {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    plan = Files.writeString(folder.resolve("card-endings.yaml"), PLAN);
    Files.writeString(
        Files.createDirectory(folder.resolve("d")).resolve("settings.txt"),
        "card.switches-per-hour = 9000\ncard.switches-per-day = 9000\n");
    List<DeviceRequest> devices =
        IntStream.range(0, DEVICES)
            .mapToObj(number -> new DeviceRequest("d" + number, "ec25", "", number + 1))
            .toList();
    var unused = bench.start(folder.resolve("b"), devices);
    try (OpenData data = open();
        ExecutorService all = Executors.newFixedThreadPool(DEVICES)) {
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < DEVICES; i++) {
        int number = i;
        ends.add(all.submit(() -> endings(data, number)));
      }
      for (Future<?> end : ends) {
        assertNull(end.get());
      }
      assertTrue(data.book().verify(List.of()).sound());
    }
    assertTrue(seen.containsKey(Safety.State.VERIFIED), seen.toString());
    assertTrue(seen.containsKey(Safety.State.UNSAFE), seen.toString());
  }

  private OpenData open() {
    return wiring.open(Optional.of(folder.resolve("d")), () -> Optional.of(folder.resolve("b")));
  }

  private void endings(OpenData data, int number) {
    Random random = new Random(17 + number);
    String name = "d" + number;
    String device = data.acts().idOf(data.address(name));
    List<String> before = profiles(data, device);
    for (int i = 0; i < EACH; i++) {
      Ending ending = Ending.values()[(i + number) % Ending.values().length];
      int moment = random.nextInt(MOMENTS) + 1;
      int later = random.nextInt(LATER_MILLIS);
      Run run = run(data, name, device, ending, moment, later);
      String told = ending + " at " + moment + " and " + later + " ms on " + name + ": " + run;
      Safety.State state = run.safety().state();
      seen.computeIfAbsent(state, _ -> new AtomicInteger()).incrementAndGet();
      if (state == Safety.State.UNSAFE) {
        assertEquals(state, data.plans().left(device).orElseThrow().safety(), told);
        assertTrue(resolved(data, device), told);
      } else {
        assertTrue(state == Safety.State.VERIFIED || state == Safety.State.UNTOUCHED, told);
      }
      assertEquals(before, profiles(data, device), told);
    }
  }

  private Run run(OpenData data, String name, String device, Ending ending, int moment, int later) {
    Job<Run> job =
        data.plans().run(PlanActs.Wish.of(plan.toString()), device, "tester", Attendant.absent());
    AtomicInteger views = new AtomicInteger();
    AtomicBoolean over = new AtomicBoolean();
    try (Subscription _ =
        job.view()
            .subscribe(view -> {
              if (views.incrementAndGet() == moment) {
                var unused =
                    wiring
                        .time()
                        .after(
                            Duration.ofMillis(later),
                            "end",
                            () -> {
                              synchronized (over) {
                                if (!over.get()) {
                                  end(job, name, ending);
                                }
                              }
                            });
              }
            })) {
      var unused = job.await(wiring.time().deadline(Duration.ofMinutes(5)));
    }
    // what comes too late must not pull the cable of a device that is looked at
    synchronized (over) {
      over.set(true);
    }
    if (ending == Ending.PULLED) {
      bench.disturb(name, new Disturbance.Plug());
    }
    return data.plans().recorded(job.id());
  }

  private void end(Job<Run> job, String name, Ending ending) {
    switch (ending) {
      case ITS_OWN -> {}
      case STOPPED_ONCE -> job.cancel();
      case STOPPED_TWICE -> {
        job.cancel();
        job.cancel();
      }
      case LEFT_TO_A_PERSON -> {
        job.cancel();
        job.cancel();
        job.cancel();
      }
      case PULLED -> bench.disturb(name, new Disturbance.Unplug());
      case PULLED_AND_PUT_BACK -> {
        bench.disturb(name, new Disturbance.Unplug());
        wiring.time().sleep(Duration.ofMillis(100));
        bench.disturb(name, new Disturbance.Plug());
      }
      case REBOOTED -> bench.disturb(name, new Disturbance.Reboot());
    }
  }

  private boolean resolved(OpenData data, String device) {
    return patiently(() ->
        data.plans()
            .resolve(device, "tester", Attendant.absent())
            .await(wiring.time().deadline(Duration.ofMinutes(2)))
            .orElse(false));
  }

  /// Which there are, and which is in use.
  private List<String> profiles(OpenData data, String device) {
    List<String> all = new ArrayList<>();
    boolean told =
        patiently(() -> {
          all.clear();
          data.cards()
              .read(device, new Agreeing())
              .await(wiring.time().deadline(Duration.ofMinutes(1)))
              .orElseThrow()
              .profiles()
              .forEach(each -> all.add(each.iccid().orElseThrow().value() + " " + each.enabled()));
          return true;
        });
    assertTrue(told, device);
    return all;
  }

  /// It may be on its way up.
  private boolean patiently(BooleanSupplier act) {
    Deadline deadline = wiring.time().deadline(Duration.ofSeconds(90));
    while (true) {
      try {
        if (act.getAsBoolean() || deadline.passed()) {
          return !deadline.passed();
        }
      } catch (Fault notYet) {
        if (deadline.passed()) {
          throw notYet;
        }
      }
      wiring.time().sleep(Duration.ofMillis(200));
    }
  }
}
