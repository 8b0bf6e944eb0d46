package simwright.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.Rig;
import simwright.acceptance.Run;
import simwright.acceptance.RunHeader;
import simwright.acceptance.RunSummary;
import simwright.acceptance.RunView;
import simwright.acceptance.SelectionWork;
import simwright.acceptance.plan.Outcome;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Question;
import simwright.device.Attachment;
import simwright.device.Device;
import simwright.device.DeviceCodes;
import simwright.fault.Fault;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.observe.Subscription;

/// What a person can do with plans: every wish leaves a run in the log, and whoever looks on sees
/// it grow.
class PlanActsTest {
  private static final Duration PLENTY = Duration.ofSeconds(90);

  @TempDir(factory = Rig.Folders.class)
  Path folder;

  private Rig rig;
  private PlanActs plans;

  @BeforeEach
  void open() {
    rig = new Rig(folder);
    plans =
        new PlanActs(
            new Jobs(rig.book, Permit.all(), rig.time),
            rig.devices,
            new PlanCards(
                () -> {
                  throw new AssertionError("no card is meant");
                },
                () -> {
                  throw new AssertionError("no server is meant");
                },
                _ -> Optional.empty(),
                Map::of,
                SelectionWork.none()),
            rig.book,
            rig.history,
            new PlanActs.Folders(rig.transcripts, folder.resolve("plans")),
            rig.time);
  }

  @AfterEach
  void close() {
    if (rig != null) {
      rig.close();
    }
  }

  @Test
  void aRunThatCannotBeginStandsInTheLogWithItsReason() throws IOException {
    String device = rig.device("").id();
    Path broken = Files.writeString(folder.resolve("broken.yaml"), "name: x\ntitle: X\nmain: 7\n");
    refused("no-such-plan", device, "acceptance/no-plan no-such-plan");
    refused(broken.toString(), device, "acceptance/broken-plan " + broken + " line 3: ");
    refused("first-boot", "serial:nowhere", "");
  }

  @Test
  void aPlanThatAsksTheDeviceIsRefusedWhereAPersonDoesEverything() throws IOException {
    String phone = rig.devices.at(LinkAddress.parse("hand:galaxy")).id();
    assertEquals("hand:galaxy", phone);
    refused("first-boot", phone, "link/by-hand hand:galaxy first-boot asks the device itself: ");
    Path watched =
        Files.writeString(
            folder.resolve("watched.yaml"),
            """
            name: watched
            title: Watched
            monitors:
              - {id: level, title: Level meanwhile, watch: signal, every_s: 1, measure: [{name: rsrp-min, unit: dBm}]}
            main:
              - {kind: prompt, title: 'Both?', with: {ask: choice, options: [Yes, No], default: Yes}}
            """);
    refused(
        watched.toString(),
        phone,
        "link/by-hand hand:galaxy watched asks the device itself: Level meanwhile");
    assertTrue(plans.byHand(plans.plan("phone")));
    assertEquals(
        List.of("phone"),
        plans.plans().stream().filter(plans::byHand).map(each -> each.name()).toList());
  }

  @Test
  void whatIsTestedByHandIsNeverOpenedAndGoesWhenAPersonSaysSo() {
    Device phone = rig.devices.at(LinkAddress.parse("hand:galaxy"));
    Fault opened = assertThrows(Fault.class, phone::connect);
    assertEquals(LinkCodes.BY_HAND, opened.code());
    assertEquals(
        LinkCodes.BY_HAND, assertThrows(Fault.class, () -> phone.release(new Cancel())).code());
    assertEquals(Attachment.State.SEEN, phone.view().get().state(), "it stays as it was");
    rig.devices.takeAway(phone.id());
    assertEquals(Optional.empty(), rig.devices.find(phone.id()));
    Device modem = rig.device("");
    assertEquals(
        DeviceCodes.ATTACHED,
        assertThrows(Fault.class, () -> rig.devices.takeAway(modem.id())).code());
    assertEquals(
        LinkCodes.HAND_NAME,
        assertThrows(Fault.class, () -> rig.devices.at(LinkAddress.parse("hand:490154203237518")))
            .code());
  }

  private void refused(String plan, String device, String why) {
    Job<Run> job = plans.run(PlanActs.Wish.of(plan), device, "anna", Attendant.absent());
    Optional<Run> none = ended(job);
    assertEquals(Optional.empty(), none.filter(run -> run.outcome() != Outcome.NOT_STARTED));
    RunSummary row = plans.history(1).getFirst();
    assertEquals(job.id(), row.id());
    assertEquals(Optional.of(Outcome.NOT_STARTED), row.outcome());
    assertEquals("anna", row.operator());
    assertTrue(row.reason().startsWith(why) && !row.reason().isEmpty(), row.reason());
    assertEquals(row.reason(), plans.recorded(row.id()).reason());
  }

  /// Each run waits in its question until the other has come to its own.
  @Test
  void twoDevicesRunAtOnceAndBothAreSeenToGrow() throws IOException {
    var unused =
        rig.bench.start(
            folder.resolve("b"),
            List.of(
                new DeviceRequest("one", "ec25", "", 1), new DeviceRequest("two", "bg95", "", 2)));
    String plan =
        Files.writeString(
                folder.resolve("together.yaml"),
                """
                name: together
                title: Together
                setup:
                  - {kind: connect, title: C}
                main:
                  - {kind: prompt, title: 'Both?', within_s: 60, with: {ask: choice, options: [Yes, No]}}
                """)
            .toString();
    Together together = new Together();
    List<List<RunView>> seen = new ArrayList<>();
    try (Subscription ignored =
        plans
            .live()
            .subscribe(now -> {
              synchronized (seen) {
                seen.add(now);
              }
            })) {
      Job<Run> one = plans.run(PlanActs.Wish.of(plan), id("one"), "anna", together);
      Job<Run> two = plans.run(PlanActs.Wish.of(plan), id("two"), "anna", together);
      assertEquals(Outcome.PASS, ended(one).orElseThrow().outcome());
      assertEquals(Outcome.PASS, ended(two).orElseThrow().outcome());
    }
    synchronized (seen) {
      assertTrue(seen.stream().anyMatch(now -> now.size() == 2), "both at once");
      assertEquals(List.of(), seen.getLast());
      assertTrue(
          seen.stream()
              .flatMap(List::stream)
              .anyMatch(view -> view.step().equals("Both?") && view.done() == view.total() - 1));
    }
    assertEquals(2, plans.runs().get().size());
    assertTrue(plans.usual("together").isPresent());
  }

  private static final class Together implements Attendant {
    private final CyclicBarrier both = new CyclicBarrier(2);

    @Override
    @SuppressWarnings("unchecked")
    public <A> Optional<A> ask(Question<A> question) {
      try {
        both.await(PLENTY.toSeconds(), TimeUnit.SECONDS);
        return (Optional<A>) Optional.of("Yes");
      } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
        return Optional.empty();
      }
    }
  }

  @Test
  void whatIsRepeatedIsRepeatedAsOftenAsAsked() throws IOException {
    Path plan =
        Files.writeString(
            folder.resolve("rounds.yaml"),
            """
            name: rounds
            title: Rounds
            setup:
              - {kind: connect, title: C}
            main:
              - repeat: {times: 5, steps: [{kind: sim, title: S}]}
            """);
    Run run =
        ended(
                plans.run(
                    new PlanActs.Wish(
                        plan.toString(),
                        OptionalInt.of(3),
                        Optional.empty(),
                        RunHeader.NONE,
                        Map.of()),
                    rig.device("").id(),
                    "anna",
                    Attendant.absent()))
            .orElseThrow();
    assertEquals(Outcome.PASS, run.outcome());
    assertEquals(4, run.steps().size());
    assertEquals("S 3/3", run.steps().getLast().name());
    assertTrue(
        rig.book.search("acceptance.run", Long.MAX_VALUE, 9).stream()
            .anyMatch(record -> record.line().contains("\"times\":3")));
  }

  @Test
  void whatAPlanRequiresOfTheHeaderIsAskedForAndWithoutItNothingBegins() throws IOException {
    String device = rig.device("").id();
    String plan =
        Files.writeString(
                folder.resolve("required.yaml"),
                """
                name: required
                title: Required
                requires: [site, event, time]
                main:
                  - {kind: connect, title: C}
                """)
            .toString();
    refused(plan, device, "acceptance/header " + device + " required requires: site, event, time");
    List<String> asked = new ArrayList<>();
    RunHeader some = RunHeader.NONE.with("site", "Stade").with("time", "from 20:00");
    PlanActs.Wish wish =
        new PlanActs.Wish(plan, OptionalInt.empty(), Optional.empty(), some, Map.of());
    Run run = ended(plans.run(wish, device, "anna", new Scanned(asked))).orElseThrow();
    assertEquals(Outcome.PASS, run.outcome());
    assertEquals(List.of("The event of this run?"), asked);
    assertEquals(
        Map.of("site", "Stade", "event", "the final", "time", "from 20:00"), run.header().said());
    assertEquals(run.header(), plans.recorded(run.id()).header());
  }

  /// Scans the same whatever is asked.
  private record Scanned(List<String> asked) implements Attendant {
    @Override
    @SuppressWarnings("unchecked")
    public <A> Optional<A> ask(Question<A> question) {
      asked.add(question.title());
      return (Optional<A>) Optional.of(" the final ");
    }
  }

  private String id(String name) {
    return rig.devices.at(LinkAddress.parse(folder.resolve("b/" + name).toString())).id();
  }

  /// The run; empty where the job failed.
  private Optional<Run> ended(Job<Run> job) {
    try {
      return job.await(rig.time.deadline(PLENTY));
    } catch (Fault failed) {
      return Optional.empty();
    }
  }
}
