package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import simwright.acceptance.plan.Outcome;
import simwright.transcript.TranscriptRange;

/// After three runs of a plan the time left of the fourth is known to a fifth of it, all along.
class TimeLeftTest {
  private static final Instant BEGIN = Instant.parse("2026-11-21T20:00:00Z");
  private static final List<Integer> USUAL = List.of(4, 25, 90, 2, 60, 12, 180, 30, 45);

  /// Devices differ by this part of a step's usual time, to either side.
  private static final double DIFFER = 0.09;

  @Test
  void afterThreeRunsTheTimeLeftIsRightToAFifthOfIt() {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      TimeLeft known = TimeLeft.of(List.of(run(random), run(random), run(random)));
      Run fourth = run(random);
      Duration whole = Duration.between(fourth.started(), fourth.ended());
      for (int done = 0; done < USUAL.size(); done++) {
        Run soFar = cut(fourth, done, Duration.ofSeconds(1));
        Duration actual = whole.minus(Duration.between(soFar.started(), soFar.ended()));
        Duration told = known.of(soFar).orElseThrow();
        double error = Math.abs(told.toMillis() - actual.toMillis()) / (double) actual.toMillis();
        assertTrue(
            error <= 0.2,
            "after " + done + " steps " + told + " was told and " + actual + " was left");
      }
    }
  }

  @Test
  void aStepThatLastsTakesItsTimeOffAndNothingIsToldBelowNone() {
    Random random = new Random(7);
    TimeLeft known = TimeLeft.of(List.of(run(random), run(random), run(random)));
    Run fourth = run(random);
    Duration early = known.of(cut(fourth, 3, Duration.ofSeconds(5))).orElseThrow();
    Duration later = known.of(cut(fourth, 3, Duration.ofSeconds(35))).orElseThrow();
    assertEquals(Duration.ofSeconds(30), early.minus(later));
    assertEquals(
        Duration.ZERO, known.of(cut(fourth, 3, Duration.ofHours(2))).orElseThrow(), "not below");
  }

  @Test
  void nothingIsToldOfAPlanThatNeverPassed() {
    assertEquals(Optional.empty(), TimeLeft.of(List.of()).of(run(new Random(1))));
  }

  private static Run run(Random random) {
    List<StepRecord> steps = new ArrayList<>();
    Duration at = Duration.ZERO;
    for (int i = 0; i < USUAL.size(); i++) {
      double part = 1 + DIFFER * (2 * random.nextDouble() - 1);
      Duration took = Duration.ofMillis((long) (USUAL.get(i) * 1000 * part));
      steps.add(
          new StepRecord(
              "",
              "sim",
              "Step",
              Place.in("main", "main/" + i),
              Outcome.PASS,
              "",
              Optional.empty(),
              List.of(),
              at,
              took,
              TranscriptRange.NONE,
              ""));
      at = at.plus(took);
    }
    return run(steps, BEGIN.plus(at));
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
