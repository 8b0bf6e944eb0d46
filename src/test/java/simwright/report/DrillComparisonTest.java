package simwright.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import simwright.acceptance.RecordedRuns;
import simwright.acceptance.RecordedRuns.Kind;
import simwright.acceptance.Run;
import simwright.audit.Anchor;
import simwright.device.QuietJournal;
import simwright.report.DrillComparison.Difference;

/// What two drills say together, and what they do not.
class DrillComparisonTest {
  private static final Kind STAGED = Kind.USUAL.plan("local-outage");
  private static final Kind FETCHED = Kind.USUAL.plan("fresh-standby");

  private static final Anchor LOG = new Anchor(7, "ab".repeat(32));

  private final RecordedRuns runs = new RecordedRuns(new QuietJournal());

  @Test
  void aDifferenceIsToldOnlyWhereTheIntervalsLieApart() {
    Run staged = runs.drill(STAGED, 8, 9, 10, 11, 12, 13);
    DrillComparison apart = compared(staged, runs.drill(FETCHED, 30, 31, 32, 33, 34, 35));
    assertEquals(Difference.LONGER, apart.difference("payload"));
    assertTrue(apart.words().contains("longer; the 95 % intervals"), apart.words());
    DrillComparison over = compared(staged, runs.drill(FETCHED, 9, 10, 11, 12, 13, 14));
    assertEquals(Difference.NOT_PROVEN, over.difference("payload"));
    DrillComparison few = compared(staged, runs.drill(FETCHED, 300, 310, 320, 330, 340));
    assertEquals(Difference.TOO_FEW, few.difference("payload"), "five rounds have no interval");
    assertTrue(few.words().contains("too few rounds"), few.words());
    assertEquals(Difference.NOT_TAKEN, apart.difference("provision"));
  }

  @Test
  void a95thPercentileTakesTwentyRoundsAndAFailedRoundIsCounted() {
    double[] nineteen = DoubleStream.iterate(1, each -> each + 1).limit(19).toArray();
    DrillSide below = new DrillSide("local-outage", List.of(runs.drill(STAGED, nineteen)));
    assertTrue(below.p95("payload").isEmpty());
    assertTrue(below.words("payload").contains("no p95 below 20"), below.words("payload"));
    double[] more = Arrays.copyOf(nineteen, 21);
    more[19] = 20;
    more[20] = Double.NaN;
    DrillSide enough = new DrillSide("local-outage", List.of(runs.drill(STAGED, more)));
    assertEquals(19, enough.p95("payload").orElseThrow());
    assertEquals(20, enough.served().hits());
    assertEquals(21, enough.served().n(), "the round that failed is no time, and is counted");
    assertTrue(enough.about().contains("20 of n = 21"), enough.about());
  }

  @Test
  void simulatedRoundsAreNotHeldAgainstRealOnesNorOneModelAgainstAnother() {
    Run real = runs.drill(STAGED, 8, 9, 10, 11, 12, 13);
    Run bench = runs.drill(FETCHED.onBench(), 30, 31, 32, 33, 34, 35);
    DrillComparison mixed = compared(real, bench);
    assertTrue(mixed.objection().orElseThrow().contains("simulated"), mixed.words());
    assertTrue(mixed.node().containsKey("notComparable"));
    DrillComparison none =
        new DrillComparison(
            new DrillSide("local-outage", List.of(real)),
            new DrillSide("fresh-standby", List.of()),
            LOG);
    assertTrue(none.words().contains("no round of fresh-standby"), none.words());
  }

  @Test
  void thePageHasADotForEachRoundAndNoScript() {
    String page =
        DrillComparisonPage.of(
            compared(
                runs.drill(STAGED, 8, 9, 10, 11, 12, 13),
                runs.drill(FETCHED, 30, 31, 32, 33, 34, 35)));
    assertEquals(12, page.split("<circle", -1).length - 1);
    assertTrue(page.contains("n = 6"), page);
    assertFalse(page.contains("<script"));
  }

  private DrillComparison compared(Run first, Run second) {
    return new DrillComparison(
        new DrillSide("local-outage", List.of(first)),
        new DrillSide("fresh-standby", List.of(second)),
        LOG);
  }
}
