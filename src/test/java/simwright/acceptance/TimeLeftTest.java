package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import simwright.acceptance.plan.Outcome;
import simwright.transcript.TranscriptRange;

/// After three runs of a plan the time left of the fourth is known to a fifth of it, all along,
/// where devices differ little; where single steps differ much, as often as can be had of three
/// runs.
class TimeLeftTest {
  private static final Instant BEGIN = Instant.parse("2026-11-21T20:00:00Z");
  private static final List<Integer> USUAL =
      List.of(4, 25, 90, 2, 60, 12, 180, 30, 45, 1, 8, 8, 8, 8, 8, 120, 3);

  /// Devices differ by this part of a step's usual time, to either side.
  private static final double LITTLE = 0.09;

  private static final double MUCH = 0.3;

  /// Steps of this plan that only one run in five leaves out.
  private static final Set<Integer> CONDITIONAL = Set.of(4, 7);

  /// How often a step of a run takes five times as long.
  private static final double SLOW = 0.02;

  @Test
  void afterThreeRunsTheTimeLeftIsRightToAFifthOfIt() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      TimeLeft known = TimeLeft.of(List.of(run(random), run(random), run(random)));
      Run fourth = run(random);
      Duration whole = Duration.between(fourth.started(), fourth.ended());
      for (int done = 0; done < USUAL.size(); done++) {
        Run soFar = cut(fourth, done, Duration.ofMillis(100));
        Duration actual = whole.minus(Duration.between(soFar.started(), soFar.ended()));
        Duration told = known.of(soFar).orElseThrow();
        double error = Math.abs(told.toMillis() - actual.toMillis()) / (double) actual.toMillis();
        assertTrue(
            error <= 0.2,
            "after " + done + " steps " + told + " was told and " + actual + " was left");
      }
    }
  }

  /// Who knew the usual times exactly would be right in 87 of 100 moments here: what is left at
  /// last is one step, and that alone may be off by three tenths.
  @Test
  void stepsThatDifferMuchAndSlowOnesAreToldAsWellAsThreeRunsAllow() {
    int moments = 0;
    int right = 0;
    int near = 0;
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      TimeLeft known =
          TimeLeft.of(
              List.of(run(random, MUCH, SLOW), run(random, MUCH, SLOW), run(random, MUCH, SLOW)));
      Run fourth = run(random, MUCH, 0);
      Duration whole = Duration.between(fourth.started(), fourth.ended());
      for (int done = 0; done < fourth.steps().size(); done++) {
        Run soFar = cut(fourth, done, Duration.ZERO);
        Duration actual = whole.minus(Duration.between(soFar.started(), soFar.ended()));
        long error = Math.abs(known.of(soFar).orElseThrow().minus(actual).toMillis());
        moments++;
        right += error <= actual.toMillis() / 5 ? 1 : 0;
        near += error <= whole.toMillis() / 5 ? 1 : 0;
      }
    }
    assertTrue(right >= 0.78 * moments, right + " of " + moments + " right");
    assertTrue(near >= 0.97 * moments, near + " of " + moments + " near, for the whole run");
  }

  @Test
  void oneSlowRunOfThreeChangesNothingMuch() {
    Random random = new Random(3);
    Run slow = slower(run(random), 6, 5);
    TimeLeft known = TimeLeft.of(List.of(run(random), slow, run(random)));
    Duration told = known.whole().orElseThrow();
    long usual = USUAL.stream().mapToInt(each -> each).sum();
    assertTrue(Math.abs(told.toSeconds() - usual) < usual / 10, told + " of " + usual + " s");
  }

  @Test
  void whatRunsSideBySideIsToldByWhicheverEndsLast() {
    TimeLeft known = TimeLeft.of(List.of(branches(10, 12), branches(10, 12), branches(10, 12)));
    Run now = branches(13, 12);
    Run one = run(now.steps().subList(1, 2), BEGIN.plusSeconds(12));
    assertEquals(Duration.ofSeconds(30), known.of(one).orElseThrow());
    assertEquals(Duration.ofSeconds(42), known.whole().orElseThrow());
  }

  /// Two branches of so many seconds, and a step of thirty after both.
  private static Run branches(int first, int second) {
    int both = Math.max(first, second);
    return run(
        List.of(
            step(0, Duration.ZERO, Duration.ofSeconds(first)),
            step(1, Duration.ZERO, Duration.ofSeconds(second)),
            step(2, Duration.ofSeconds(both), Duration.ofSeconds(30))),
        BEGIN.plusSeconds(both + 30));
  }

  @Test
  void aStepThatLastsTakesItsTimeOffAndNoneOfThatOfTheStepsAfterIt() {
    Random random = new Random(7);
    TimeLeft known = TimeLeft.of(List.of(run(random), run(random), run(random)));
    Run fourth = run(random);
    Duration early = known.of(cut(fourth, 2, Duration.ofSeconds(5))).orElseThrow();
    Duration later = known.of(cut(fourth, 2, Duration.ofSeconds(35))).orElseThrow();
    assertEquals(Duration.ofSeconds(30), early.minus(later));
    long after = USUAL.stream().skip(3).mapToInt(each -> each).sum();
    Duration much = known.of(cut(fourth, 2, Duration.ofHours(2))).orElseThrow();
    assertTrue(Math.abs(much.toSeconds() - after) < after / 10, much + " of " + after + " s");
    assertEquals(
        Duration.ZERO,
        known.of(cut(fourth, USUAL.size(), Duration.ofHours(2))).orElseThrow(),
        "not below none");
  }

  @Test
  void nothingIsToldOfAPlanThatNeverPassed() {
    assertEquals(Optional.empty(), TimeLeft.of(List.of()).of(run(new Random(1))));
  }

  private static Run run(Random random) {
    return timed(i -> USUAL.get(i) * (1 + LITTLE * (2 * random.nextDouble() - 1)));
  }

  /// One whose steps differ so much; some are left out, and with this chance one is slow.
  private static Run run(Random random, double differ, double slow) {
    return timed(i -> {
      boolean out = CONDITIONAL.contains(i) && random.nextInt(5) == 0;
      double part = 1 + differ * (2 * random.nextDouble() - 1);
      return out ? 0 : USUAL.get(i) * part * (random.nextDouble() < slow ? 5 : 1);
    });
  }

  /// The same with a step that takes so many times as long.
  private static Run slower(Run run, int step, int times) {
    return timed(i -> run.steps().get(i).took().toMillis() / 1000.0 * (i == step ? times : 1));
  }

  private static Run timed(IntToDoubleFunction seconds) {
    List<StepRecord> steps = new ArrayList<>();
    Duration at = Duration.ZERO;
    for (int i = 0; i < USUAL.size(); i++) {
      Duration took = Duration.ofMillis((long) (seconds.applyAsDouble(i) * 1000));
      steps.add(step(i, at, took));
      at = at.plus(took);
    }
    return run(steps, BEGIN.plus(at));
  }

  private static StepRecord step(int number, Duration at, Duration took) {
    return new StepRecord(
        "",
        "sim",
        "Step",
        Place.in("main", "main/" + number),
        Outcome.PASS,
        "",
        Optional.empty(),
        List.of(),
        at,
        took,
        TranscriptRange.NONE,
        "");
  }

  /// The same when so many steps are done, and so long after the last of them.
  private static Run cut(Run run, int done, Duration since) {
    Duration at =
        done == 0
            ? Duration.ZERO
            : run.steps().get(done - 1).at().plus(run.steps().get(done - 1).took());
    return run(run.steps().subList(0, done), BEGIN.plus(at).plus(since));
  }

  private static Run run(List<StepRecord> steps, Instant ended) {
    return new Run(
        "r",
        Judged.by("timed"),
        Subject.of("device"),
        true,
        "tester",
        RunHeader.NONE,
        BEGIN,
        ended,
        steps,
        List.of(),
        Safety.NONE,
        Optional.empty());
  }
}
