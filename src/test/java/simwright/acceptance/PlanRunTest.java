package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Question;
import simwright.device.Device;
import simwright.journal.Recorded;
import simwright.lab.Disturbance;
import simwright.report.ReportChecks;

/// Plans on the simulated bench: every ending is recorded, with the state the bench was left in.
class PlanRunTest {
  private static final String ON_AFTERWARDS =
      "teardown:\n  - {kind: functionality, title: On, with: {level: 1}}\n";

  /// Those run with a card and servers in tests of the whole program.
  private static final Predicate<String> OF_THE_CARD =
      Pattern.compile("card.*|profile-.*|euicc-.*|memory-reset|discovery|download-.*|slots")
          .asMatchPredicate();

  @AutoClose private final Rig rig;

  PlanRunTest(@TempDir(factory = Rig.Folders.class) Path folder) {
    rig = new Rig(folder);
  }

  @TestFactory
  Stream<DynamicTest> everyShippedPlanPassesOnTheSimulatedBench() {
    Device device = rig.device("");
    return Plans.shipped(Steps.all()).all().stream()
        .filter(plan -> plan.each().noneMatch(step -> OF_THE_CARD.test(step.kind())))
        .map(plan ->
            DynamicTest.dynamicTest(
                plan.name(),
                () -> {
                  Run run = rig.run(plan, device);
                  assertEquals(expected(plan), run.outcome(), run.toString());
                  assertTrue(run.simulated());
                  assertEquals(plan.size(), run.all().size());
                  assertFalse(run.safety().unsafe());
                  stored(run);
                }));
  }

  /// No bench stands at a hub: it is in the country of tests.
  private static Outcome expected(Plan plan) {
    return plan.name().startsWith("hub-") ? Outcome.INCONCLUSIVE : Outcome.PASS;
  }

  @Test
  void radioCycleShowsTheDistributionOfItsTimes() {
    Run run = rig.run(Plans.shipped(Steps.all()).named("radio-cycle"), rig.device(""));
    StepRecord counted =
        run.steps().stream().filter(s -> s.kind().equals("distribution")).findFirst().orElseThrow();
    List<Double> taken =
        run.steps().stream()
            .filter(step -> step.id().equals("again"))
            .map(step -> step.measured().getFirst().value().orElseThrow())
            .sorted()
            .toList();
    assertEquals(5, taken.size());
    assertEquals(taken.getFirst(), value(counted, "min"));
    assertEquals(taken.get(2), value(counted, "median"));
    assertEquals(taken.getLast(), value(counted, "max"));
    assertEquals(taken.getLast(), value(counted, "p90"));
    assertEquals(Safety.State.VERIFIED, run.safety().state());
  }

  @Test
  void aDeniedRegistrationFailsWithItsRungAndCauseNamed() {
    Run run =
        rig.run(
            Rig.plan("- {kind: registered, title: Registered, within_s: 2}", ""),
            rig.device("deny:8"));
    assertEquals(Outcome.FAIL, run.outcome(), run.toString());
    assertTrue(run.reason().startsWith("Registered: rung registered: "), run.reason());
    assertTrue(run.reason().endsWith(" [emm/8]"), run.reason());
    assertTrue(run.steps().getLast().code().isPresent());
    assertEquals(Safety.State.VERIFIED, run.safety().state());
    stored(run);
  }

  @Test
  void aPulledCableIsABenchErrorTheRestIsSkippedAndTheSafeStateIsLeftToAPerson() {
    Run run =
        rig.run(
            Rig.plan(
                """
                - {kind: sim, title: Card}
                - {id: field, kind: signal, title: Signal, measure: [{name: rsrp, unit: dBm}]}
                - {kind: ping, title: Ping}
                """,
                ON_AFTERWARDS),
            rig.device(""),
            new Cancel(),
            view -> {
              if (view.step().equals("Signal")) {
                rig.bench.disturb("ec25", new Disturbance.Unplug());
              }
            });
    assertEquals(Outcome.ERROR, run.outcome());
    assertEquals("link/gone", run.steps().get(2).code().orElseThrow().toString());
    assertEquals("not taken", run.steps().get(2).measured().getFirst().words());
    assertTrue(spoken(run).contains("ended: link/gone"), spoken(run));
    assertEquals(Outcome.SKIPPED, run.steps().get(3).outcome());
    assertEquals("teardown", run.steps().getLast().phase());
    assertEquals(Safety.State.UNSAFE, run.safety().state());
    assertEquals("Switch it off and on again.", run.safety().byHand());
    Recorded unsafe = rig.book.search("acceptance.run.unsafe", Long.MAX_VALUE, 5).getFirst();
    assertTrue(unsafe.line().contains("Switch it off and on again."), unsafe.line());
    stored(run);
  }

  @Test
  void aModemThatNeverAnswersIsABenchErrorWithTheBytesThatWereSent() {
    Run run = rig.run(Rig.plan("- {kind: sim, title: Card}", ""), rig.device("silence"));
    StepRecord first = run.steps().getFirst();
    assertEquals(Outcome.ERROR, run.outcome(), run.toString());
    assertEquals("at/mute", first.code().orElseThrow().toString());
    assertTrue(said(first).contains("AT"), said(first));
    stored(run);
  }

  @Test
  void aPersonsStopEndsMainButTeardownAndSafeStateFollow() {
    Cancel cancel = new Cancel();
    Run run =
        rig.run(
            Rig.plan(
                """
                - {kind: functionality, title: Off, with: {level: 4}}
                - {kind: registered, title: Never, within_s: 60}
                """,
                ON_AFTERWARDS),
            rig.device(""),
            cancel,
            view -> {
              if (view.step().equals("Never")) {
                cancel.request();
              }
            });
    assertEquals(Outcome.ABORTED, run.outcome());
    assertEquals(Outcome.PASS, run.steps().getLast().outcome());
    assertEquals(Safety.State.VERIFIED, run.safety().state());
    stored(run);
  }

  @Test
  void aSecondStopLeavesTheTeardownOutAndAThirdTheSafeState() {
    for (int presses : List.of(2, 3)) {
      Cancel cancel = new Cancel();
      Run run =
          rig.run(
              Rig.plan("- {kind: sim, title: Card}", ON_AFTERWARDS),
              presses == 2 ? rig.device("") : rig.at(rig.folder.resolve("b/ec25").toString()),
              cancel,
              view -> {
                if (view.step().equals("Card") && cancel.level() == 0) {
                  for (int i = 0; i < presses; i++) {
                    cancel.request();
                  }
                }
              });
      assertEquals(Outcome.ABORTED, run.outcome());
      assertEquals(Outcome.ABORTED, run.steps().getLast().outcome());
      assertEquals(presses == 3, run.safety().unsafe(), run.toString());
      stored(run);
    }
  }

  @Test
  void aStepThatNeverHoldsEndsAtItsTimeAndTheRestOfThePlanToo() {
    Run step =
        rig.run(
            Rig.plan(
                """
                - {kind: functionality, title: Off, with: {level: 4}}
                - {kind: registered, title: Never, within_s: 1}
                """,
                ""),
            rig.device(""));
    assertFalse(step.outcome().fine());
    assertEquals(Safety.State.VERIFIED, step.safety().state());
    Run plan =
        rig.run(
            Rig.plan(
                """
                - {kind: sim, title: Card}
                - {kind: signal, title: Signal}
                """,
                "phase_within_s: {main: 0.001}\n"),
            rig.at(rig.folder.resolve("b/ec25").toString()));
    assertEquals(Outcome.TIMEOUT, plan.outcome());
    assertEquals(Outcome.SKIPPED, plan.steps().getLast().outcome());
    assertEquals(Safety.State.VERIFIED, plan.safety().state());
    stored(plan);
  }

  @Test
  void aPortThatIsNotThereLeavesARecordThatTheRunNeverBegan() {
    Run run =
        rig.run(
            Rig.plan("- {kind: sim, title: Card}", ""),
            rig.at(rig.folder.resolve("none").toString()));
    assertEquals(Outcome.NOT_STARTED, run.outcome());
    assertEquals("link/absent", run.steps().getFirst().code().orElseThrow().toString());
    stored(run);
  }

  @Test
  void aMeasurementThatIsNotDeclaredIsAPlanErrorAndOneNotTakenIsShown() {
    Step offender =
        new Step() {
          @Override
          public String kind() {
            return "offender";
          }

          @Override
          public Map<String, String> measures(Parameters with) {
            return Map.of("declared", "s");
          }

          @Override
          public Found run(StepContext context) {
            return Found.passed("took another", Map.of("other", 1.0));
          }
        };
    List<Step> kinds = new ArrayList<>(Steps.all());
    kinds.add(offender);
    Plan plan =
        Plans.read(
            "name: q\ntitle: Q\nsetup:\n  - {kind: connect, title: C}\nmain:\n"
                + "  - {id: o, kind: offender, title: O, measure: [{name: declared, unit: s}]}\n",
            "q.yaml",
            kinds);
    Run run =
        rig.run(
            plan, rig.device(""), Attendant.absent(), new Cancel(), view -> {}, rig.book, kinds);
    assertEquals(Outcome.ERROR, run.outcome());
    assertEquals(AcceptanceCodes.UNDECLARED, run.steps().getLast().code().orElseThrow());
    assertEquals("not taken", run.steps().getLast().measured().getFirst().words());
    stored(run);
  }

  @Test
  void questionsGoToTheAttendantAndEndInTheirDefault() {
    Plan plan =
        Rig.plan(
            """
            - {kind: prompt, title: 'Is the lamp on?', with: {ask: choice, options: [Yes, Dark], pass: [Yes], default: Dark}}
            """,
            "");
    Device device = rig.device("");
    Run absent = rig.run(plan, device);
    assertEquals(Outcome.FAIL, absent.outcome());
    assertEquals("no answer, so by default: Dark", absent.steps().getLast().words());
    Run answered =
        rig.run(plan, device, answering("Yes"), new Cancel(), view -> {}, rig.book, Steps.all());
    assertEquals(Outcome.PASS, answered.outcome());
    assertEquals("answered: Yes", answered.steps().getLast().words());
    Run neither =
        rig.run(plan, device, answering("Blue"), new Cancel(), view -> {}, rig.book, Steps.all());
    assertEquals(Outcome.FAIL, neither.outcome(), "what is no option is no answer");
    Plan note = Rig.plan("- {kind: prompt, title: 'What is seen?', with: {ask: text}}", "");
    assertEquals(
        "answered: a loose antenna",
        rig.run(
                note,
                device,
                answering("a loose antenna"),
                new Cancel(),
                view -> {},
                rig.book,
                Steps.all())
            .steps()
            .getLast()
            .words());
    assertEquals(Outcome.INCONCLUSIVE, rig.run(note, device).outcome());
    Plan number =
        Rig.judged(
            """
            - {id: db, kind: prompt, title: 'Attenuation?', with: {ask: number, unit: dB}, measure: [{name: answer, unit: dB}]}
            """,
            "- {of: db, measurement: answer, unit: dB, most: 10}");
    assertEquals(Outcome.INCONCLUSIVE, rig.run(number, device).outcome());
    Run measured =
        rig.run(number, device, answering(12.0), new Cancel(), view -> {}, rig.book, Steps.all());
    assertEquals(Outcome.FAIL, measured.outcome());
    assertTrue(measured.reason().contains("answer 12 dB (≤ 10 dB)"), measured.reason());
  }

  @Test
  void whoeverFollowsARunSeesItGrow() {
    List<RunView> seen = new ArrayList<>();
    Run run =
        rig.run(
            Rig.plan("- {kind: sim, title: Card}", ""), rig.device(""), new Cancel(), seen::add);
    assertEquals(run, seen.getLast().run());
    assertTrue(seen.getLast().ended());
    assertTrue(seen.stream().anyMatch(view -> view.step().equals("Card") && view.done() == 1));
    for (int i = 1; i < seen.size(); i++) {
      assertTrue(seen.get(i - 1).done() <= seen.get(i).done());
    }
  }

  /// What was told is what stands in the log: the run and its verdict can be had from there alone,
  /// every step was on disk before the next began, and the reports are as their schemas say.
  private void stored(Run run) {
    Run read = rig.history.run(run.id());
    assertEquals(run.toString(), Rig.anonymous(read).toString());
    assertEquals(run.outcome(), read.outcome());
    RunSummary row =
        rig.history.newest(10).stream()
            .filter(each -> each.id().equals(run.id()))
            .findFirst()
            .orElseThrow();
    assertEquals(Optional.of(run.outcome()), row.outcome());
    assertEquals(run.reason(), row.reason());
    for (StepRecord step : run.all()) {
      if (!step.sha256().isEmpty()) {
        assertEquals(step.sha256(), step.range().sha256(rig.transcripts));
      }
    }
    ReportChecks.check(run);
  }

  /// All that was said in a run; a hang-up may be noticed just before a step begins.
  private String spoken(Run run) {
    return run.steps().stream()
        .map(step -> step.range().file())
        .filter(file -> !file.isEmpty())
        .distinct()
        .map(this::text)
        .collect(Collectors.joining());
  }

  /// The bytes behind a step.
  private String said(StepRecord step) {
    return text(step.range().file()).substring((int) step.range().from(), (int) step.range().to());
  }

  private String text(String file) {
    try {
      return Files.readString(rig.transcripts.resolve(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Double value(StepRecord step, String name) {
    return step.measured().stream()
        .filter(each -> each.limit().name().equals(name))
        .findFirst()
        .flatMap(Measured::value)
        .orElseThrow();
  }

  private static Attendant answering(Object answer) {
    return new Attendant() {
      @Override
      @SuppressWarnings("unchecked")
      public <A> Optional<A> ask(Question<A> question) {
        return Optional.of((A) answer);
      }
    };
  }
}
