package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.device.Device;
import simwright.fault.Fault;
import simwright.journal.Journal;
import simwright.lab.Disturbance;
import simwright.report.ReportChecks;
import simwright.store.StoreCodes;
import simwright.time.Deadline;
import simwright.time.Task;

/// A thousand runs on many devices at once, each ended in another way at another moment: the device
/// is in its safe state afterwards, or a record says that it is not and stands until the device was
/// seen to.
class ManyEndingsTest {
  private static final int DEVICES = 24;
  private static final int ENDINGS = Boolean.getBoolean("simwright.soak") ? 10_000 : 1_000;

  /// How a run is brought to its end.
  private enum Ending {
    ITS_OWN,
    A_LIMIT,
    OUT_OF_TIME,
    STOPPED_ONCE,
    STOPPED_TWICE,
    LEFT_TO_A_PERSON,
    PULLED,
    PULLED_AND_PUT_BACK,
    REBOOTED,
    LOG_FULL
  }

  private static final String TEXT =
      """
      name: endings
      title: Endings
      %s
      phase_within_s: {main: %.2f}
      setup:
        - {kind: connect, title: Connect, within_s: 30}
      main:
        - {kind: functionality, title: Radio off, with: {level: 4}, within_s: 5}
        - {kind: functionality, title: Radio on, with: {level: 1}, within_s: 5}
        %s
        - {kind: functionality, title: Radio off again, with: {level: 4}, within_s: 5}
        - {kind: sim, title: Card, within_s: 5}
      teardown:
        - {kind: sim, title: Card still there, within_s: 3}
      safe_state:
        title: The radio is on
        by_hand: Switch it off and on again.
        steps:
          - {kind: connect, title: It answers, within_s: %d}
          - {kind: functionality, title: Radio on, with: {level: 1}, within_s: 5}
      """;

  private static final String REGISTERED = "- {kind: registered, title: R, within_s: 30}";

  private final Plan usual = plan(60, "", 8);
  private final Plan strict = strict();
  private final Plan hurried = plan(0.2, REGISTERED, 8);
  private final Plan patient = plan(60, "", 60);
  private final Map<Ending, Map<Safety.State, AtomicInteger>> seen = new EnumMap<>(Ending.class);

  @TempDir(factory = Rig.Folders.class)
  Path folder;

  @Test
  @Timeout(value = 40, unit = TimeUnit.MINUTES)
  void everyEndingLeavesASafeDeviceOrARecordThatBlocksIt() throws InterruptedException {
    for (Ending ending : Ending.values()) {
      seen.put(ending, Collections.synchronizedMap(new EnumMap<>(Safety.State.class)));
    }
    ConcurrentLinkedQueue<Throwable> wrong = new ConcurrentLinkedQueue<>();
    try (Rig rig = new Rig(folder)) {
      List<Device> devices = rig.many(DEVICES);
      AtomicInteger left = new AtomicInteger(ENDINGS);
      CountDownLatch over = new CountDownLatch(DEVICES);
      for (int i = 0; i < DEVICES; i++) {
        int number = i;
        Thread unused =
            rig.time.start(
                "endings " + number,
                () -> {
                  try {
                    Device device = devices.get(number);
                    Random random = new Random(number);
                    for (int at = left.getAndDecrement();
                        at > 0 && wrong.isEmpty();
                        at = left.getAndDecrement()) {
                      Ending ending = Ending.values()[at % Ending.values().length];
                      new Try(rig, device, "ec25-" + (number + 1), ending, random.nextInt(26) + 1)
                          .check();
                    }
                  } catch (AssertionError | Fault | IllegalStateException found) {
                    wrong.add(found);
                  } finally {
                    over.countDown();
                  }
                });
      }
      assertTrue(over.await(35, TimeUnit.MINUTES), "the runs came to no end");
      wrong.stream()
          .findFirst()
          .ifPresent(first -> {
            throw new AssertionError(wrong.size() + " went wrong, the first: " + first, first);
          });
      var chain = rig.book.verify(List.of());
      assertTrue(chain.sound(), chain.toString());
      everyRunIsToldAgain(rig);
    }
    assertTrue(count(Ending.PULLED, Safety.State.UNSAFE) > 0, seen.toString());
    assertTrue(count(Ending.PULLED_AND_PUT_BACK, Safety.State.VERIFIED) > 0, seen.toString());
    assertTrue(count(Ending.LEFT_TO_A_PERSON, Safety.State.UNSAFE) > 0, seen.toString());
    for (Ending ending : List.of(Ending.ITS_OWN, Ending.A_LIMIT, Ending.OUT_OF_TIME)) {
      assertEquals(1, seen.get(ending).size(), seen.toString());
      assertTrue(count(ending, Safety.State.VERIFIED) > 0, seen.toString());
    }
  }

  private int count(Ending ending, Safety.State state) {
    return Optional.ofNullable(seen.get(ending).get(state)).map(AtomicInteger::get).orElse(0);
  }

  /// The verdict is a function of what stands in the log.
  private static void everyRunIsToldAgain(Rig rig) {
    List<RunSummary> all = rig.history.newest(ENDINGS);
    assertEquals(ENDINGS, all.size());
    int checked = 0;
    for (RunSummary row : all) {
      Run again = rig.history.run(row.id());
      if (row.outcome().isPresent()) {
        assertEquals(row.outcome().get(), again.outcome(), again.toString());
        assertTrue(again.outcome() == Outcome.PASS || !again.reason().isEmpty(), row.id());
      }
      if (checked++ % 25 == 0) {
        ReportChecks.check(again);
      }
    }
  }

  /// One run and its end.
  private final class Try {
    private final Rig rig;
    private final Device device;
    private final String name;
    private final Ending ending;
    private final int moment;
    private final Cancel cancel = new Cancel();
    private final AtomicInteger views = new AtomicInteger();
    private final List<Task> later = Collections.synchronizedList(new ArrayList<>());

    Try(Rig rig, Device device, String name, Ending ending, int moment) {
      this.rig = rig;
      this.device = device;
      this.name = name;
      this.ending = ending;
      this.moment = moment;
    }

    void check() {
      Optional<Run> run = run();
      putBack();
      if (run.isEmpty()) {
        assertEquals(Optional.of(1), level(), () -> told("the log was full"));
        return;
      }
      Safety safety = run.get().safety();
      seen.get(ending).computeIfAbsent(safety.state(), _ -> new AtomicInteger()).incrementAndGet();
      assertEquals(run.get().toString(), Rig.anonymous(rig.history.run(run.get().id())).toString());
      switch (safety.state()) {
        case VERIFIED -> assertEquals(Optional.of(1), level(), () -> told(run.get()));
        case UNSAFE -> blocks(run.get());
        case UNTOUCHED ->
            assertTrue(
                run.get().steps().stream()
                    .filter(each -> each.kind().equals("functionality"))
                    .allMatch(each -> each.outcome() == Outcome.SKIPPED),
                () -> told(run.get()));
        case NOT_DECLARED, RESTORED, RESOLVED -> throw new AssertionError(told(run.get()));
      }
      if (ending == Ending.A_LIMIT) {
        assertEquals(Outcome.FAIL, run.get().outcome(), () -> told(run.get()));
      } else if (ending == Ending.OUT_OF_TIME) {
        assertEquals(Outcome.TIMEOUT, run.get().outcome(), () -> told(run.get()));
      } else if (ending == Ending.ITS_OWN) {
        assertEquals(Outcome.PASS, run.get().outcome(), () -> told(run.get()));
      }
    }

    /// The record stands until the safe state was brought about.
    private void blocks(Run run) {
      assertFalse(run.safety().failed().isEmpty(), () -> told(run));
      assertNotEquals(Outcome.PASS, run.outcome(), () -> told(run));
      RunSummary left = rig.history.left(device.id()).orElseThrow();
      assertEquals(run.id(), left.id());
      assertEquals(Safety.State.UNSAFE, left.safety());
      Safety now = rig.safe(run.id(), patient, device);
      assertEquals(Safety.State.RESTORED, now.state(), now::failed);
      assertEquals(Optional.of(1), device.functionality());
      assertEquals(Safety.State.RESTORED, rig.history.left(device.id()).orElseThrow().safety());
    }

    /// What the modem itself says, as soon as it answers: it may be on its way up.
    private Optional<Integer> level() {
      Deadline deadline = rig.time.deadline(Duration.ofSeconds(90));
      while (true) {
        try {
          device.connect(new Cancel());
          return device.functionality();
        } catch (Fault silent) {
          if (deadline.passed()) {
            throw silent;
          }
          rig.time.sleep(Duration.ofMillis(100));
        }
      }
    }

    private Optional<Run> run() {
      Plan plan =
          switch (ending) {
            case A_LIMIT -> strict;
            case OUT_OF_TIME -> hurried;
            default -> usual;
          };
      Journal journal = ending == Ending.LOG_FULL ? new FullLog(rig.book, moment) : rig.book;
      Consumer<RunView> watcher =
          view -> {
            if (views.incrementAndGet() == moment) {
              disturb();
            }
          };
      try {
        return Optional.of(
            rig.run(plan, device, Attendant.absent(), cancel, watcher, journal, Steps.all()));
      } catch (Fault full) {
        assertEquals(StoreCodes.FULL, full.code());
        assertEquals(Ending.LOG_FULL, ending);
        return Optional.empty();
      }
    }

    private void disturb() {
      switch (ending) {
        case STOPPED_ONCE -> cancel.request();
        case STOPPED_TWICE -> {
          cancel.request();
          cancel.request();
        }
        case LEFT_TO_A_PERSON -> {
          cancel.request();
          cancel.request();
          cancel.request();
        }
        case PULLED -> rig.bench.disturb(name, new Disturbance.Unplug());
        case PULLED_AND_PUT_BACK -> {
          rig.bench.disturb(name, new Disturbance.Unplug());
          later.add(
              rig.time.after(
                  Duration.ofMillis(100),
                  "plug",
                  () -> rig.bench.disturb(name, new Disturbance.Plug())));
        }
        case REBOOTED -> rig.bench.disturb(name, new Disturbance.Reboot());
        case ITS_OWN, A_LIMIT, OUT_OF_TIME, LOG_FULL -> {}
      }
    }

    private void putBack() {
      later.forEach(Task::cancel);
      if (ending == Ending.PULLED || ending == Ending.PULLED_AND_PUT_BACK) {
        rig.bench.disturb(name, new Disturbance.Plug());
      }
    }

    private String told(Object what) {
      return ending + " at " + moment + " on " + name + ": " + what;
    }
  }

  private static Plan plan(double seconds, String step, int answer) {
    String text = String.format(Locale.ROOT, TEXT, "", seconds, step, answer);
    return Plans.read(text, "endings.yaml", Steps.all());
  }

  /// A signal that no network has is asked for.
  private static Plan strict() {
    String signal =
        REGISTERED
            + "\n  - {id: s, kind: signal, title: Signal, measure: [{name: rsrp, unit: dBm}]}";
    return Plans.read(
        String.format(Locale.ROOT, TEXT, "limits: endings", 60.0, signal, 8),
        "name: endings\nversion: '1'\nlimits: [{of: s, measurement: rsrp, unit: dBm, least: 0}]",
        "endings.yaml",
        Steps.all());
  }
}
