package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Question;
import simwright.device.Device;
import simwright.time.HandTime;

/// How long a person takes to answer counts against the question alone, and against the time that a
/// plan sets for its whole run.
class PromptTimeTest {
  private static final String ASKED =
      """
      - {kind: prompt, title: 'Ready?', within_s: 600, with: {ask: choice, options: [Yes, No], pass: [Yes]}}
      - {kind: slow, title: Next, within_s: 5}
      """;

  private final HandTime clock = new HandTime();
  private final Device device;

  @AutoClose private final Rig rig;

  PromptTimeTest(@TempDir(factory = Rig.Folders.class) Path folder) {
    rig = new Rig(folder);
    device = rig.device("");
  }

  @Test
  void aSlowPersonDoesNotUseUpThePhase() {
    Run run = run(ASKED, "phase_within_s: {main: 30}\n", 500);
    assertEquals(Outcome.PASS, run.outcome(), run.toString());
  }

  @Test
  void theTimeOfTheWholeRunIsUsedUpWhereThePlanSetsIt() {
    String more = ASKED + "- {kind: slow, title: More, within_s: 5}\n".repeat(4);
    Run run = run(more, "within_s: 60\nphase_within_s: {main: 30}\n", 52);
    assertEquals(Outcome.TIMEOUT, run.outcome(), run.toString());
    assertEquals(Outcome.PASS, run(more, "phase_within_s: {main: 30}\n", 52).outcome());
    assertEquals(
        Optional.of(AcceptanceCodes.OUT_OF_TIME),
        run.last().stream()
            .filter(each -> each.outcome() == Outcome.TIMEOUT)
            .findFirst()
            .flatMap(StepRecord::code),
        run.toString());
  }

  @Test
  void whatTheDeviceTakesCounts() {
    Run run =
        run(
            ASKED + "- {kind: slow, title: Long, within_s: 90}\n".repeat(8),
            "phase_within_s: {main: 30}\n",
            500);
    assertEquals(Outcome.TIMEOUT, run.outcome(), "9 × 4 s are more than 30: " + run);
  }

  @Test
  void thePromptsOwnTimeHolds() {
    Run run = run(ASKED, "phase_within_s: {main: 30}\n", 700);
    assertEquals(Outcome.INCONCLUSIVE, run.outcome(), run.toString());
    assertEquals(AcceptanceCodes.NO_ANSWER, run.steps().getFirst().code().orElseThrow());
  }

  @Test
  void aPersonWhoWorksTheBenchSlowlyMakesNoStepLate() {
    String fault = "{kind: fault, title: %s, within_s: 200, with: {fault: sim-out%s}}\n";
    Run run =
        run(
            "- " + fault.formatted("Out", "") + "- {kind: slow, title: Next, within_s: 5}\n",
            "    - "
                + fault.formatted("In", ", state: end")
                + "teardown:\n  - "
                + fault.formatted("In", ", state: end")
                + "phase_within_s: {main: 30, teardown: 30}\n",
            150);
    assertEquals(Outcome.PASS, run.outcome(), run.toString());
    assertEquals(Safety.State.VERIFIED, run.safety().state(), run.toString());
  }

  /// Runs it with somebody who takes so many seconds to answer.
  private Run run(String main, String rest, int seconds) {
    List<Step> kinds = new ArrayList<>(Steps.all());
    kinds.add(new Slow());
    String text =
        "name: q\ntitle: Q\nmain:\n"
            + main.indent(2)
            + "safe_state:\n  title: S\n  by_hand: B\n  steps:\n"
            + "    - {kind: slow, title: Safe}\n"
            + rest;
    Attendant person =
        new Attendant() {
          @Override
          @SuppressWarnings("unchecked")
          public <A> Optional<A> ask(Question<A> question) {
            Duration takes = Duration.ofSeconds(seconds);
            boolean late = takes.compareTo(question.within()) > 0;
            clock.advance(late ? question.within() : takes);
            return late || !(question instanceof Question.Choice choice)
                ? question.byDefault()
                : (Optional<A>) Optional.of(choice.options().getFirst());
          }
        };
    return new Engine(kinds, rig.book, rig.transcripts, clock)
        .run(
            new RunOrder(
                "r1",
                Plans.read(text, "q.yaml", kinds),
                device,
                "tester",
                RunHeader.NONE,
                RunTools.none(),
                person,
                new Cancel(),
                view -> {}));
  }

  /// Takes four seconds.
  private final class Slow implements Step {
    @Override
    public String kind() {
      return "slow";
    }

    @Override
    public Found run(StepContext context) {
      clock.advance(Duration.ofSeconds(4));
      return Found.passed("done", java.util.Map.of());
    }
  }
}
