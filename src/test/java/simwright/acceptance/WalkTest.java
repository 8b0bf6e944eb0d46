package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.device.Device;
import simwright.time.Deadline;

/// Groups, branches, conditions, tries and resources of plans: what is carried out, in which order,
/// and what the record says of it.
class WalkTest {
  @TempDir(factory = Rig.Folders.class)
  Path folder;

  private Rig rig;
  private Device device;

  /// What the steps of kind `told` came to, by their text; each takes the next one.
  private final Map<String, List<Outcome>> script = new HashMap<>();

  private final List<String> done = new CopyOnWriteArrayList<>();

  @BeforeEach
  void open() {
    rig = new Rig(folder);
    device = rig.device("");
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void theTeardownOfAGroupRunsThoughItsStepsDoNotHold() {
    script.put("b", List.of(Outcome.FAIL));
    Run run =
        run(
            """
            - group:
                title: G
                setup: [{kind: told, title: a}]
                steps: [{kind: told, title: b}, {kind: told, title: c}]
                teardown: [{kind: told, title: d}, {kind: told, title: e}]
            - {kind: told, title: f}
            """);
    assertEquals(List.of("a", "b", "d", "e"), done);
    assertEquals(Outcome.FAIL, run.outcome());
    assertEquals(List.of("c", "f"), titles(run, Outcome.SKIPPED));
    assertEquals("G", step(run, "d").place().group());
  }

  @Test
  void aGroupWhoseSetupDoesNotHoldIsTornDownAndItsStepsAreSkipped() {
    script.put("a", List.of(Outcome.ERROR));
    Run run =
        run(
            """
            - group:
                title: G
                setup: [{kind: told, title: a}]
                steps: [{kind: told, title: b}]
                teardown: [{kind: told, title: d}]
            """);
    assertEquals(List.of("a", "d"), done);
    assertEquals(Outcome.ERROR, run.outcome());
    assertEquals("the setup of 'G' did not hold", step(run, "b").words());
  }

  @Test
  void aTeardownThatDoesNotHoldIsNotHiddenByStepsThatPassed() {
    script.put("d", List.of(Outcome.FAIL));
    Run run =
        run(
            """
            - group:
                title: G
                steps: [{kind: told, title: b}]
                teardown: [{kind: told, title: d}]
            - {kind: told, title: f}
            """);
    assertEquals(Outcome.FAIL, run.outcome());
    assertEquals(List.of("f"), titles(run, Outcome.SKIPPED));
  }

  @Test
  void whatIsTriedAgainPassesOnThatTryAndEveryTryStandsInTheLog() {
    script.put("a", List.of(Outcome.FAIL, Outcome.TIMEOUT, Outcome.PASS));
    Run run = run("- {kind: told, title: a, tries: 5, pause_s: 0.01}");
    assertEquals(List.of("a", "a", "a"), done);
    assertEquals(Outcome.PASS, run.outcome());
    assertEquals("pass on try 3", run.verdict());
    assertEquals(Outcome.FAIL, run.firstOutcome());
    assertEquals(
        List.of(1, 2, 3),
        rig.history.run(run.id()).steps().stream()
            .filter(each -> each.title().equals("a"))
            .map(each -> each.place().attempt())
            .toList());
    assertEquals(3, rig.history.newest(1).getFirst().attempt());
  }

  @Test
  void aGroupIsTriedAgainAsAWhole() {
    script.put("b", List.of(Outcome.FAIL, Outcome.PASS));
    Run run =
        run(
            """
            - group:
                title: G
                tries: 2
                setup: [{kind: told, title: a}]
                steps: [{kind: told, title: b}, {kind: told, title: c}]
                teardown: [{kind: told, title: d}]
            """);
    assertEquals(List.of("a", "b", "d", "a", "b", "c", "d"), done);
    assertEquals("pass on try 2", run.verdict());
    assertEquals(Outcome.FAIL, run.firstOutcome());
  }

  @Test
  void allTriesThatDoNotHoldAreAFailure() {
    script.put("a", List.of(Outcome.FAIL, Outcome.FAIL));
    Run run = run("- {kind: told, title: a, tries: 2}");
    assertEquals(Outcome.FAIL, run.outcome());
    assertEquals("fail", run.verdict());
    assertEquals("a (try 2): told", run.reason());
  }

  @Test
  void aPersonsStopEndsTheTries() {
    Cancel cancel = new Cancel();
    script.put("a", List.of(Outcome.FAIL, Outcome.PASS));
    Run run =
        run(
            "- {kind: told, title: a, tries: 9, pause_s: 3600}",
            cancel,
            view -> {
              if (view.run().steps().size() == 2) {
                cancel.request();
              }
            });
    assertEquals(List.of("a"), done);
    assertEquals(Outcome.FAIL, run.outcome());
  }

  @Test
  void aConditionThatDoesNotHoldLeavesThePartOutAndSaysWhy() {
    script.put("a", List.of(Outcome.MARGINAL));
    Run run =
        run(
            """
            - {id: first, kind: told, title: a}
            - {kind: told, title: b, when: {step: first, came_to: [pass]}}
            - {kind: told, title: c, when: {step: first, came_to: [marginal, fail]}}
            - {id: value, kind: told, title: d, measure: [{name: number, unit: n}]}
            - {kind: told, title: e, when: {step: value, measurement: number, most: 6}}
            - {kind: told, title: f, when: {step: value, measurement: number, least: 7}}
            - {kind: told, title: g, when: {device: hardware-profile, is: [quectel-ec2x]}}
            - {kind: told, title: h, when: {device: model, is: [BG95, ec25]}}
            - group: {title: G, when: {device: link, is: [adb]}, steps: [{kind: told, title: i}]}
            """);
    assertEquals(List.of("a", "c", "d", "f", "g", "h"), done);
    assertEquals(List.of("b", "e", "i"), titles(run, Outcome.SKIPPED));
    assertEquals("only when first came to pass", step(run, "b").words());
    assertEquals("only when number of value is ≤ 6 n", step(run, "e").words());
    assertEquals("only when link is adb", step(run, "i").words());
    assertEquals(Outcome.MARGINAL, run.outcome());
  }

  @Test
  void branchesRunSideBySideAndEachComesToItsOwnEnd() {
    script.put("a", List.of(Outcome.FAIL));
    Run run =
        run(
            """
            - parallel:
                branches:
                  - {title: L, steps: [{kind: meet, title: l}, {kind: told, title: a}, {kind: told, title: b}]}
                  - {title: R, steps: [{kind: meet, title: r}, {kind: told, title: c}]}
            - {kind: told, title: d}
            """);
    assertEquals(Outcome.PASS, step(run, "l").outcome(), "the two met, so they ran at once");
    assertEquals(Outcome.PASS, step(run, "r").outcome());
    assertEquals(Set.of("a", "c"), Set.copyOf(done));
    assertEquals(Outcome.FAIL, run.outcome());
    assertEquals(List.of("b", "d"), titles(run, Outcome.SKIPPED));
  }

  @Test
  void aResourceIsOneGroupsAtATime() {
    Run run =
        run(
            """
            - parallel:
                branches:
                  - {title: L, hold: [relay], steps: [{kind: alone, title: l}]}
                  - {title: R, hold: [relay], steps: [{kind: alone, title: r}]}
            """,
            "resources: [relay]\n");
    assertEquals(Outcome.PASS, run.outcome(), run.toString());
    assertEquals(2, done.size());
  }

  @Test
  void aResourceThatIsNotFreeInTimeIsABenchErrorAndTheDeviceIsLeftAlone() {
    Run run =
        run(
            """
            - parallel:
                branches:
                  - {title: L, hold: [relay], steps: [{kind: outlast, title: l, within_s: 20}]}
                  - title: R
                    steps:
                      - {kind: after, title: l is there}
                      - group: {title: Taken, hold: [relay], steps: [{kind: told, title: r}]}
            """,
            "resources: [relay]\nphase_within_s: {main: 1.5}\n");
    assertEquals(List.of("l"), done);
    assertEquals(
        Outcome.ERROR,
        Outcome.worst(
            run.steps().stream()
                .filter(
                    each -> each.code().filter(AcceptanceCodes.RESOURCE_BUSY::equals).isPresent())
                .map(StepRecord::outcome)
                .toList()));
    assertTrue(run.outcome() == Outcome.ERROR || run.outcome() == Outcome.TIMEOUT, run.toString());
  }

  @Test
  void theRoundsOfARepeatedGroupAreToldApart() {
    Run run =
        run(
            """
            - repeat:
                times: 2
                steps:
                  - group: {title: G, steps: [{kind: told, title: a}, {kind: told, title: b}]}
            """);
    assertEquals(List.of("a", "b", "a", "b"), done);
    assertEquals("a 2/2", run.steps().get(3).name());
    assertEquals(1, run.attempt(), "a round is no try");
  }

  @Test
  void aRunOfWhichNothingOfTheMainPhaseIsCarriedOutProvesNothing() {
    String never = "when: {device: link, is: [adb]}";
    String both =
        "- {kind: told, title: a, " + never + "}\n- {kind: told, title: b, " + never + "}\n";
    Run run = run(both);
    assertEquals(List.of(), done);
    assertEquals(Outcome.INCONCLUSIVE, run.outcome());
    assertEquals(Outcome.INCONCLUSIVE, run.firstOutcome());
    assertEquals("nothing of the main phase was carried out", run.reason());
    Run one = run(both + "- {kind: told, title: c}\n");
    assertEquals(Outcome.PASS, one.outcome());
    assertEquals("", one.reason());
  }

  private Run run(String main) {
    return run(main, new Cancel(), _ -> {});
  }

  private Run run(String main, String rest) {
    return run(main, rest, new Cancel(), _ -> {});
  }

  private Run run(String main, Cancel cancel, Consumer<RunView> watcher) {
    return run(main, "", cancel, watcher);
  }

  private Run run(String main, String rest, Cancel cancel, Consumer<RunView> watcher) {
    List<Step> kinds = new ArrayList<>(Steps.all());
    kinds.add(new Scripted("told", this::told));
    Object door = new Object();
    List<String> met = new CopyOnWriteArrayList<>();
    kinds.add(new Scripted("meet", context -> meet(context, door, met)));
    List<String> inside = new CopyOnWriteArrayList<>();
    kinds.add(new Scripted("alone", context -> alone(context, inside)));
    kinds.add(new Scripted("outlast", context -> outlast(context)));
    kinds.add(new Scripted("after", context -> after(context)));
    String text =
        "name: walk\ntitle: Walk\nsetup:\n  - {kind: connect, title: C}\nmain:\n"
            + main.indent(2)
            + rest;
    Run run =
        rig.run(
            Plans.read(text, "walk.yaml", kinds),
            device,
            Attendant.absent(),
            cancel,
            watcher,
            rig.book,
            kinds);
    assertEquals(run.toString(), Rig.anonymous(rig.history.run(run.id())).toString());
    assertEquals(run.outcome(), rig.history.newest(1).getFirst().outcome().orElseThrow());
    return run;
  }

  private Step.Found told(StepContext context) {
    String title = context.planned().title();
    List<Outcome> rest = script.getOrDefault(title, List.of(Outcome.PASS));
    long before = done.stream().filter(title::equals).count();
    done.add(title);
    Outcome outcome = rest.get((int) Math.min(before, rest.size() - 1));
    return new Step.Found(
        outcome, "told", Optional.empty(), context.declared(Map.of("number", 7.0)));
  }

  /// Holds when another one came through the same door before its time was over.
  private static Step.Found meet(StepContext context, Object door, List<String> met) {
    synchronized (door) {
      met.add(context.planned().title());
      door.notifyAll();
      boolean both = context.time().await(door, () -> met.size() > 1, context.deadline());
      return both
          ? Step.Found.passed("met", Map.of())
          : Step.Found.failed(Outcome.FAIL, "alone", Optional.empty(), Map.of());
    }
  }

  private Step.Found alone(StepContext context, List<String> inside) {
    inside.add("");
    int here = inside.size();
    context.time().sleep(Duration.ofMillis(30));
    inside.removeFirst();
    done.add(context.planned().title());
    return here == 1
        ? Step.Found.passed("alone", Map.of())
        : Step.Found.failed(Outcome.FAIL, "not alone", Optional.empty(), Map.of());
  }

  /// Lasts longer than the phase it is in.
  private Step.Found outlast(StepContext context) {
    Deadline longer = context.time().deadline(Duration.ofSeconds(2));
    synchronized (this) {
      done.add(context.planned().title());
      notifyAll();
      boolean unused = context.time().await(this, () -> false, longer);
    }
    return Step.Found.passed("over", Map.of());
  }

  /// Waits for the step that outlasts its phase to have begun.
  private synchronized Step.Found after(StepContext context) {
    boolean begun =
        context
            .time()
            .await(this, () -> !done.isEmpty(), context.time().deadline(Duration.ofSeconds(1)));
    return begun
        ? Step.Found.passed("after", Map.of())
        : Step.Found.failed(Outcome.FAIL, "too early", Optional.empty(), Map.of());
  }

  private static StepRecord step(Run run, String title) {
    return run.steps().stream()
        .filter(each -> each.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> titles(Run run, Outcome outcome) {
    return run.steps().stream()
        .filter(each -> each.outcome() == outcome)
        .map(StepRecord::title)
        .toList();
  }

  /// A kind of step that does what a test says.
  private record Scripted(String kind, Function<StepContext, Found> what) implements Step {
    @Override
    public Map<String, String> measures(Parameters with) {
      return Map.of("number", "n");
    }

    @Override
    public Found run(StepContext context) {
      return what.apply(context);
    }
  }
}
