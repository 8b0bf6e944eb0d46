package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.StringReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.InputSource;
import simwright.acceptance.step.Steps;
import simwright.ask.Cancel;
import simwright.ask.Progress;
import simwright.audit.Anchor;
import simwright.device.Device;
import simwright.device.DeviceSet;
import simwright.fault.Fault;
import simwright.hardware.HardwareProfiles;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;
import simwright.lab.BenchFile;
import simwright.lab.Disturbance;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.link.LinkAddress;
import simwright.link.Links;
import simwright.link.serial.SerialLinks;
import simwright.observe.Subscription;
import simwright.report.HtmlReport;
import simwright.report.Reports;
import simwright.sim.SimBench;
import simwright.sim.pty.PseudoTerminal;
import simwright.time.SystemTime;

/// Plans on the simulated bench, from the port to the report.
class PlanRunTest {
  private static final Anchor ANCHOR = new Anchor(7, "0".repeat(64));

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();
  private final SimBench bench = new SimBench(HardwareProfiles.shipped(), time);
  private final List<Event> events = new ArrayList<>();
  private final Plans plans = Plans.shipped(Steps.all());
  private DeviceSet devices;

  @BeforeEach
  void open() {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    Journal journal = journal();
    Links links =
        new Links(
            List.of(new SerialLinks(time)),
            folder.resolve("transcripts"),
            address -> BenchFile.find(Path.of(address.path())).isPresent(),
            time);
    devices = new DeviceSet(links, HardwareProfiles.shipped(), journal, time);
  }

  @AfterEach
  void close() {
    if (devices != null) {
      devices.close();
    }
    bench.close();
    time.close();
  }

  @TestFactory
  Stream<DynamicTest> everyShippedPlanPassesOnTheSimulatedBench() {
    Device device = device("");
    return plans.all().stream()
        .map(plan ->
            DynamicTest.dynamicTest(
                plan.name(),
                () -> {
                  Run run = run(plan, device, new Cancel());
                  assertEquals(Outcome.PASS, run.outcome(), run.toString());
                  assertTrue(run.simulated());
                  long finished =
                      events.stream()
                          .filter(e -> e.kind().equals("acceptance.step.finished"))
                          .count();
                  assertTrue(finished >= run.steps().size());
                }));
  }

  @Test
  void aPulledCableIsABenchErrorAndTheRestIsSkipped() {
    Device device = device("");
    Plan plan = plans.named("first-boot");
    Run run =
        new Engine(Steps.all(), journal(), time)
            .run(
                "r1",
                plan,
                device,
                "tester",
                new Cancel(),
                (stage, done, total) -> {
                  if (done == 2) {
                    bench.disturb("ec25", new Disturbance.Unplug());
                  }
                });
    assertEquals(Outcome.ERROR, run.outcome());
    StepRecord third = run.steps().get(2);
    assertEquals(Outcome.ERROR, third.outcome());
    assertEquals("link/gone", third.code().orElseThrow().toString());
    assertEquals(Outcome.SKIPPED, run.steps().get(3).outcome());
    assertEquals("run.finished", ((Event.RunPart) events.getLast()).part());
  }

  @Test
  void aPersonsStopIsRecordedAsAborted() {
    Cancel cancel = new Cancel();
    cancel.request();
    Run run = run(plans.named("first-boot"), device(""), cancel);
    assertEquals(Outcome.ABORTED, run.outcome());
  }

  @Test
  void teardownRunsAlthoughTheMainPartFails() {
    Device device = device("no-sim");
    Run run =
        run(
            quick(
                "registered",
                "teardown:\n  - {kind: functionality, title: On, with: {level: '1'}}\n"),
            device,
            new Cancel());
    assertEquals(Outcome.FAIL, run.outcome());
    StepRecord failed = run.steps().get(1);
    assertTrue(failed.words().startsWith("sim:"), failed.words());
    assertEquals("cme/10", failed.code().orElseThrow().toString());
    assertEquals(Outcome.PASS, run.steps().getLast().outcome());
    assertEquals("teardown", run.steps().getLast().phase());
  }

  @Test
  void reportsAreWellFormedAndSayWhatHappened() throws Exception {
    Run run = run(quick("sim", ""), device("no-sim"), new Cancel());
    String xml = Reports.junit(run, ANCHOR);
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    assertEquals("1", document.getDocumentElement().getAttribute("failures"));
    String html = HtmlReport.of(run, ANCHOR);
    assertTrue(html.contains("SIMULATED"));
    assertTrue(html.contains("cme/10"));
    assertFalse(html.contains("<script"));
    String json = Reports.json(run, ANCHOR);
    assertTrue(json.contains("\"outcome\" : \"fail\""));
    assertTrue(json.contains("0".repeat(64)));
  }

  @Test
  void verdictsFollowFromWhatIsStored() {
    Limit limit = new Limit("x", "s", Optional.of(1.0), Optional.of(10.0), 2);
    assertEquals(Outcome.PASS, limit.judge(Optional.of(5.0)));
    assertEquals(Outcome.MARGINAL, limit.judge(Optional.of(2.5)));
    assertEquals(Outcome.MARGINAL, limit.judge(Optional.of(9.0)));
    assertEquals(Outcome.FAIL, limit.judge(Optional.of(0.5)));
    assertEquals(Outcome.FAIL, limit.judge(Optional.of(10.5)));
    assertEquals(Outcome.INCONCLUSIVE, limit.judge(Optional.empty()));
    assertEquals(Outcome.ERROR, Outcome.worst(List.of(Outcome.PASS, Outcome.ERROR, Outcome.FAIL)));
    assertEquals(Outcome.PASS, Outcome.worst(List.of()));
  }

  @Test
  void aBrokenPlanIsRefusedWithItsReason() {
    for (String text :
        List.of(
            "name: x\ntitle: y\n",
            "name: x\ntitle: y\nmain:\n  - {kind: nothing, title: z}\n",
            "name: x\ntitle: y\nmain:\n  - {kind: sim, title: z, measure: [{name: s}]}\n",
            "main: [")) {
      Fault fault = assertThrows(Fault.class, () -> Plans.read(text, "p.yaml", Steps.all()));
      assertEquals(AcceptanceCodes.BROKEN_PLAN, fault.code());
      assertFalse(fault.evidence().orElse("").isEmpty());
    }
    assertEquals(
        AcceptanceCodes.NO_PLAN, assertThrows(Fault.class, () -> plans.named("none")).code());
  }

  private Plan quick(String kind, String rest) {
    return Plans.read(
        "name: quick\ntitle: Quick\nsetup:\n  - {kind: connect, title: C}\nmain:\n  - {kind: "
            + kind
            + ", title: M, within_s: 1}\n"
            + rest,
        "quick.yaml",
        Steps.all());
  }

  private Run run(Plan plan, Device device, Cancel cancel) {
    return new Engine(Steps.all(), journal(), time)
        .run("r1", plan, device, "tester", cancel, Progress.none());
  }

  private Device device(String faults) {
    Path at = folder.resolve("b");
    bench.start(at, List.of(new DeviceRequest("ec25", "ec25", faults, 1)));
    return devices.at(LinkAddress.parse(at.resolve("ec25").toString()));
  }

  private Journal journal() {
    return new Journal() {
      @Override
      public Recorded append(Event event) {
        synchronized (events) {
          events.add(event);
          return new Recorded(events.size(), Instant.EPOCH, "t", event.kind(), "{}");
        }
      }

      @Override
      public Subscription follow(long from, Consumer<Recorded> reader) {
        return () -> {};
      }
    };
  }
}
