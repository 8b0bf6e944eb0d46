package simwright.ui.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import simwright.ask.Question;
import simwright.device.Attachment;
import simwright.fault.Fault;
import simwright.job.JobContext;
import simwright.job.JobView;
import simwright.link.PortRole;
import simwright.ui.fx.Background;
import simwright.ui.part.State;

class AcceptanceViewModelTest {
  private final CountDownLatch end = new CountDownLatch(1);
  private Bench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench();
  }

  @AfterEach
  void close() throws Exception {
    end.countDown();
    bench.close();
  }

  private Object untilTheEnd(JobContext context) {
    context.progress().at("Ping", 3, 9);
    try {
      return end.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// A run at work on the device, its first step told.
  private JobView running(String device) throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    var job = bench.job(device, this::untilTheEnd);
    var _ =
        job.view()
            .subscribe(view -> {
              if (view.stage().equals("Ping")) {
                told.countDown();
              }
            });
    assertTrue(told.await(20, TimeUnit.SECONDS));
    return job.view().get();
  }

  private void devices(Attachment... all) throws Exception {
    bench.demo.devices.set(List.of(all));
    shown();
  }

  /// Several changes before the screen's turn are one.
  private void shown() throws Exception {
    bench.on(() -> {});
  }

  private static Attachment failed(Attachment device) {
    return new Attachment(
        device.id(),
        device.port(),
        Attachment.State.FAILED,
        java.util.Optional.of(new simwright.fault.FaultCode("link", "busy")),
        device.hardwareProfile(),
        device.transcript(),
        device.snapshot());
  }

  @Test
  void everyAttachedDeviceHasASlotWithTheOneActThatComesNext() throws Exception {
    Attachment ready = bench.demo.connected("ec25", "EC25", true);
    devices(
        ready,
        bench.demo.released(bench.demo.connected("rm500", "RM500", false)),
        bench.demo.seen("m4", PortRole.AT_PRIMARY),
        failed(bench.demo.connected("m5", "M5", false)),
        bench.demo.seen("nmea", PortRole.NMEA));
    assertEquals(
        List.of(Slot.Act.RUN, Slot.Act.TAKE_BACK, Slot.Act.CONNECT, Slot.Act.RUN),
        bench.get(() -> bench.model.getSlots().getSlots().stream().map(Slot::act).toList()));
    bench.demo.asked.clear();
    bench.on(() -> bench.model.act("ec25"));
    bench.on(() -> bench.model.act("rm500"));
    bench.on(() -> bench.model.act("m4"));
    bench.on(() -> bench.model.act("m5"));
    assertEquals(
        List.of(
            "acceptance.run ec25",
            "device.take-back rm500",
            "acceptance.run m4",
            "device.connect m5"),
        bench.demo.asked);
  }

  @Test
  void sixteenDevicesAreStartedAtOnceAsOneBatch() throws Exception {
    Attachment[] all = new Attachment[16];
    for (int i = 0; i < all.length; i++) {
      all[i] = bench.demo.connected("ec25-" + i, "EC25", true);
    }
    devices(all);
    bench.on(() -> bench.model.getStart().startAll());
    assertEquals(16, bench.demo.tests.headers.size());
    assertTrue(bench.demo.tests.headers.stream().allMatch(header -> header.batch().equals("b1")));
  }

  @Test
  void theVerdictFillsTheSlotOnlyAtTheEnd() throws Exception {
    devices(bench.demo.connected("ec25", "EC25", true));
    AcceptanceSource.Run done = bench.demo.run(State.MARGINAL, "marginal");
    bench.demo.current.set(List.of(Bench.underWay(done, "r1", 1)));
    assertEquals(State.BUSY, bench.get(() -> bench.model.getRun().getVerdict()));
    assertFalse(bench.get(() -> bench.model.getRun().isFinished()));
    bench.demo.current.set(List.of(done));
    assertEquals(State.MARGINAL, bench.slot("ec25").state());
    assertEquals("marginal", bench.slot("ec25").word());
    assertTrue(bench.get(() -> bench.model.getRun().isFinished()));
  }

  @Test
  void anUnpluggedDeviceStaysWithItsVerdict() throws Exception {
    devices(
        bench.demo.connected("ec25", "EC25", true), bench.demo.connected("rm500", "RM500", true));
    bench.demo.current.set(List.of(bench.demo.run(State.FAIL, "fail")));
    shown();
    devices();
    assertEquals(
        List.of("ec25"),
        bench.get(() -> bench.model.getSlots().getSlots().stream().map(Slot::device).toList()));
    Slot slot = bench.slot("ec25");
    assertEquals(State.FAIL, slot.state());
    assertEquals("Unplugged · Ping took longer than the limit", slot.line());
    assertEquals(Slot.Act.NONE, slot.act());
  }

  @Test
  void aRunUnderWaySaysItsStepAndHowLongItWillTakeWhichTicks() throws Exception {
    devices(bench.demo.connected("ec25", "EC25", true));
    JobView job = running("ec25");
    bench.demo.current.set(
        List.of(Bench.underWay(bench.demo.run(State.PASS, "pass"), job.id(), 1)));
    assertEquals("about 12 s left · Ping", bench.slot("ec25").line());
    bench.time.advance(Duration.ofSeconds(5));
    assertEquals("about 7 s left · Ping", bench.slot("ec25").line());
    assertEquals(Slot.Act.ABORT, bench.slot("ec25").act());
  }

  @Test
  void aWishToStopIsAnsweredBeforeAnythingIsAskedOfTheDevice() throws Exception {
    bench.close();
    bench = new Bench(new Held());
    devices(bench.demo.connected("ec25", "EC25", true));
    bench.demo.current.set(
        List.of(Bench.underWay(bench.demo.run(State.PASS, "pass"), running("ec25").id(), 1)));
    bench.on(() -> bench.model.act("ec25"));
    assertEquals(0, bench.demo.jobs.running().get().getFirst().cancelLevel());
    assertEquals("Stopping", bench.slot("ec25").word());
    assertEquals(
        "Stops after this step: Ping. Teardown and safe state follow.",
        bench.get(bench.model::getWaits));
  }

  @Test
  void aSecondWishLeavesOutTheTeardownAndAThirdSaysWhatIsLeftUnsafe() throws Exception {
    devices(bench.demo.connected("ec25", "EC25", true));
    JobView job = running("ec25");
    AcceptanceSource.Run run = bench.demo.run(State.PASS, "pass");
    bench.demo.current.set(
        List.of(
            new AcceptanceSource.Run(
                job.id(),
                "first-boot",
                "ec25",
                true,
                run.started(),
                java.util.Optional.empty(),
                "",
                "",
                "",
                run.header(),
                run.progress(),
                List.of(),
                List.of())));
    bench.on(() -> bench.model.act("ec25"));
    assertEquals(Slot.Act.HURRY, bench.slot("ec25").act());
    assertEquals(1, bench.demo.jobs.running().get().getFirst().cancelLevel());
    bench.on(() -> bench.model.act("ec25"));
    assertEquals(
        "Only the safe state follows. Asked once more, the device is left as it is. By hand then:"
            + " Switch the radio on.",
        bench.slot("ec25").waits());
    bench.on(() -> bench.model.act("ec25"));
    assertEquals(Slot.Act.NONE, bench.slot("ec25").act());
    assertEquals(3, bench.demo.jobs.running().get().getFirst().cancelLevel());
    assertEquals(
        "The device is left as it is, and nobody has verified that it is safe. By hand: Switch the"
            + " radio on.",
        bench.slot("ec25").waits());
  }

  @Test
  void aDeviceLeftUnsafeTakesNoRunUntilSomebodySaysWhatTheyDid() throws Exception {
    bench.demo.tests.unsafe.put(
        "ec25", new AcceptanceSource.Unsafe("r7", "provisioning", "Enable the old profile"));
    devices(bench.demo.connected("ec25", "EC25", true));
    assertEquals(Slot.Act.RESOLVE, bench.slot("ec25").act());
    assertEquals("Left unsafe. By hand: Enable the old profile", bench.slot("ec25").line());
    assertTrue(bench.get(bench.model::isUnsafe));
    bench.demo.asked.clear();
    bench.on(() -> bench.model.getStart().start("ec25"));
    bench.on(() -> bench.model.resolve("  "));
    assertEquals(List.of(), bench.demo.asked);
    bench.on(() -> bench.model.resolve("enabled it by hand"));
    assertEquals(List.of("resolve ec25: enabled it by hand"), bench.demo.asked);
  }

  @Test
  void aMeasurementLeadsToItsBytes() throws Exception {
    AcceptanceSource.Measurement one =
        bench.demo.run(State.FAIL, "FAIL").steps().get(1).measurements().getFirst();
    RunModel run = bench.model.getRun();
    bench.on(() -> run.open(one.name(), one.range()));
    assertTrue(bench.get(run::isEvidence));
    assertTrue(
        bench.get(run::getBytes).startsWith("Signal: ec25.log, bytes 120 to 480\n1.200 > AT+CESQ"));
    assertTrue(bench.get(run::fold));
    assertFalse(bench.get(run::fold));
  }

  @Test
  void whoeverIsStoppedIsAskedNoMore() throws Exception {
    devices(bench.demo.connected("ec25", "EC25", true));
    CountDownLatch answered = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    var _ =
        bench
            .queue
            .waiting()
            .subscribe(now -> {
              if (!now.isEmpty()) {
                asked.countDown();
              }
            });
    var question =
        new Question.Scan("Label", "", Duration.ofMinutes(5), java.util.Optional.empty());
    bench.job(
        "ec25",
        _ -> {
          var unused = bench.queue.of("ec25").ask(question);
          answered.countDown();
          return true;
        });
    assertTrue(asked.await(20, TimeUnit.SECONDS));
    assertEquals("Asks you", bench.slot("ec25").word());
    assertEquals("ttyUSB2 · EC25 asks", bench.get(() -> bench.model.getQueue().ofProperty().get()));
    bench.on(() -> bench.model.act("ec25"));
    assertTrue(answered.await(20, TimeUnit.SECONDS));
  }

  /// Work that was handed over and never begins.
  private static final class Held implements Background {
    @Override
    public <T> void run(
        String name, Supplier<T> work, Consumer<? super T> then, Consumer<Fault> failed) {}
  }
}
