package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
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
import simwright.journal.Recorded;
import simwright.store.StoreCodes;

/// What a run leaves in the log, when, and what happens where the log cannot take it.
class RunRecordTest {
  @AutoClose private final Rig rig;

  RunRecordTest(@TempDir(factory = Rig.Folders.class) Path folder) {
    rig = new Rig(folder);
  }

  /// Each step looks into the log from outside while it runs.
  @Test
  void everyStepStandsInTheLogBeforeTheNextOneBegins() {
    List<Integer> finished = new ArrayList<>();
    List<Integer> known = new ArrayList<>();
    List<String> last = new ArrayList<>();
    Step look =
        new Step() {
          @Override
          public String kind() {
            return "look";
          }

          @Override
          public Found run(StepContext context) {
            finished.add(rig.history.run("r1").steps().size());
            known.add(context.before().size());
            last.add(rig.book.search("acceptance.step", Long.MAX_VALUE, 1).getFirst().kind());
            return Found.passed("looked", java.util.Map.of());
          }
        };
    List<Step> kinds = new ArrayList<>(Steps.all());
    kinds.add(look);
    Plan plan =
        Plans.read(
            """
            name: look
            title: Look
            setup:
              - {kind: connect, title: C}
            main:
              - {kind: look, title: A}
              - {kind: sim, title: B}
              - repeat: {times: 3, steps: [{kind: look, title: D}]}
            teardown:
              - {kind: look, title: E}
            """,
            "look.yaml",
            kinds);
    Run run = run(plan, rig.device(""), rig.book, kinds);
    assertEquals(Outcome.PASS, run.outcome(), run.toString());
    assertEquals(List.of(1, 3, 4, 5, 6), finished);
    assertEquals(finished, known);
    assertTrue(last.stream().allMatch("acceptance.step.started"::equals), last.toString());
  }

  @Test
  void aMeasurementIsDeclaredInTheLogBeforeItIsTaken() {
    Run run =
        run(
            Rig.judged(
                "- {id: s, kind: signal, title: S, measure: [{name: rsrp, unit: dBm}]}",
                "- {of: s, measurement: rsrp, unit: dBm, least: -115}"),
            rig.device(""),
            rig.book,
            Steps.all());
    List<Recorded> records =
        rig.book.search("rsrp", Long.MAX_VALUE, 9).stream()
            .filter(record -> record.kind().startsWith("acceptance.step."))
            .toList();
    assertEquals(2, records.size());
    assertEquals("acceptance.step.started", records.getLast().kind());
    assertTrue(records.getLast().line().contains("\"least\":\"-115.0\""), records.toString());
    assertEquals("acceptance.step.finished", records.getFirst().kind());
    StepRecord step = run.steps().getLast();
    assertTrue(step.range().to() > step.range().from());
    assertEquals(64, step.sha256().length());
    assertTrue(records.getFirst().line().contains(step.sha256()));
  }

  /// The log is full in the middle: the run ends with that fault, and the radio is on again.
  @Test
  void whereTheLogCannotBeWrittenTheBenchIsStillPutIntoItsSafeState() {
    Device device = rig.device("");
    Plan plan =
        Rig.plan(
            """
            - {kind: functionality, title: Off, with: {level: 4}}
            - {kind: sim, title: Card}
            """,
            "");
    Fault fault =
        assertThrows(Fault.class, () -> run(plan, device, new FullLog(rig.book, 6), Steps.all()));
    assertEquals(StoreCodes.FULL, fault.code());
    assertEquals(Optional.of(1), device.functionality());
    List<RunSummary> open = rig.history.newest(5);
    assertEquals(Optional.empty(), open.getFirst().outcome());
  }

  @Test
  void aDefectInAStepEndsTheRunInterruptedAndTheBenchSafe() {
    Step broken =
        new Step() {
          @Override
          public String kind() {
            return "broken";
          }

          @Override
          public Found run(StepContext context) {
            throw new IllegalStateException("a defect");
          }
        };
    List<Step> kinds = new ArrayList<>(Steps.all());
    kinds.add(broken);
    Plan plan =
        Plans.read(
            """
            name: broken
            title: Broken
            setup:
              - {kind: connect, title: C}
            main:
              - {kind: functionality, title: Off, with: {level: 4}}
              - {kind: broken, title: B}
            safe_state:
              title: The radio is on
              by_hand: Switch it off and on again.
              steps: [{kind: functionality, title: On, with: {level: 1}}]
            """,
            "broken.yaml",
            kinds);
    Device device = rig.device("");
    assertThrows(IllegalStateException.class, () -> run(plan, device, rig.book, kinds));
    assertEquals(Optional.of(1), device.functionality());
    RunSummary row = rig.history.newest(1).getFirst();
    assertEquals(Optional.of(Outcome.INTERRUPTED), row.outcome());
    assertEquals(Safety.State.VERIFIED, row.safety());
    assertEquals(List.of(), rig.history.recover());
  }

  @Test
  void aRunThatIsUnderWayInALivingProgramIsLeftAlone() {
    List<RunSummary> ended = new ArrayList<>();
    Run run =
        rig.run(
            Rig.plan("- {kind: sim, title: Card}", ""),
            rig.device(""),
            new Cancel(),
            view -> {
              if (view.step().equals("Card")) {
                ended.addAll(rig.history.recover());
              }
            });
    assertEquals(List.of(), ended);
    assertEquals(Outcome.PASS, run.outcome());
    assertEquals(List.of(), rig.history.recover());
  }

  private Run run(Plan plan, Device device, Journal journal, List<Step> kinds) {
    return rig.run(plan, device, Attendant.absent(), new Cancel(), view -> {}, journal, kinds);
  }
}
