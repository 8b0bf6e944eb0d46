package simwright.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import simwright.acceptance.Run;
import simwright.acceptance.plan.LimitSet;
import simwright.acceptance.plan.Outcome;

/// One report of several runs says of each what came of it, and of all what may be said.
class SeveralRunsTest {
  private static final List<Run> FOUR = SomeRuns.four();

  @Test
  void theReportsOfSeveralRunsAreWhole() {
    ReportChecks.check(FOUR);
  }

  @Test
  void everyDeviceStandsWithItsVerdictAndEveryTryIsShown() {
    String html = HtmlReport.of(FOUR, ReportChecks.ANCHOR);
    for (Run run : FOUR) {
      assertTrue(html.contains("<td>" + run.device() + " <strong>SIMULATED</strong></td>"));
      assertTrue(html.contains("<h2>provisioning on " + run.device() + "</h2>"));
      assertTrue(html.contains("SN-" + run.id()));
    }
    assertTrue(html.contains("● pass on try 2"));
    assertTrue(html.contains("<p>The first try came to fail.</p>"));
    assertTrue(html.contains("<td>Attach</td>"), "the first try");
    assertTrue(html.contains("<td>Attach (try 2)</td>"), "the second try");
    assertTrue(html.contains("1 pass, 1 pass on try 2, 1 fail, 1 error"));
  }

  @Test
  void whatWasSaidOfAllStandsOnceAndTheRestWithItsRun() {
    String html = HtmlReport.of(FOUR, ReportChecks.ANCHOR);
    for (String once : List.of("Orange", "T-1204", "Paris", "indoor", "20 dB", "bench 3", "b-77")) {
      assertEquals(2, html.split("<td>" + once + "</td>", -1).length, once);
    }
    assertTrue(html.contains("<tr><th>asset</th><td>A-r3</td></tr>"));
  }

  @Test
  void aYieldNeverStandsWithoutItsNumberAndItsInterval() {
    assertEquals(
        "1 of n = 3, 33.3 % (95 % interval 6.1 to 79.2 %, Wilson)", Yield.first(FOUR).words());
    assertEquals(
        "2 of n = 3, 66.7 % (95 % interval 20.8 to 93.9 %, Wilson)", Yield.last(FOUR).words());
    String html = HtmlReport.of(FOUR, ReportChecks.ANCHOR);
    assertTrue(html.contains("<p>First-attempt yield: " + Yield.first(FOUR).words()));
    assertTrue(html.contains("<p>Final yield: " + Yield.last(FOUR).words()));
  }

  @Test
  void whatProvesNothingIsNoFailureOfTheDeviceAndNotGreen() {
    Run unclear = SomeRuns.run("r5", "ec25-5", List.of(SomeRuns.step(Outcome.INCONCLUSIVE, 1)));
    String xml = JunitReport.of(unclear, ReportChecks.ANCHOR);
    assertTrue(xml.contains(" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\""), xml);
    assertTrue(xml.contains("<error type=\"inconclusive\""), xml);
    Run nothing = SomeRuns.run("r6", "ec25-6", List.of(SomeRuns.step(Outcome.SKIPPED, 1)));
    assertEquals(Outcome.INCONCLUSIVE, nothing.outcome());
    String skipped = JunitReport.of(nothing, ReportChecks.ANCHOR);
    assertTrue(skipped.contains(" tests=\"2\" failures=\"0\" errors=\"1\" skipped=\"1\""), skipped);
    assertTrue(skipped.contains("message=\"nothing of the main phase was carried out\""), skipped);
    ReportChecks.check(List.of(unclear, nothing));
  }

  @Test
  void aBenchErrorIsNeitherAPassNorAFailure() {
    assertEquals("no run judged its device", Yield.last(FOUR.subList(3, 4)).words());
  }

  @Test
  void aVerdictByOtherLimitsIsMarkedAndTheFirstStands() {
    Run first = FOUR.getFirst();
    LimitSet strict = SomeRuns.strict();
    Run again = first.under(strict);
    assertEquals(Outcome.FAIL, again.outcome());
    String html = HtmlReport.of(List.of(again), List.of(first), ReportChecks.ANCHOR);
    assertTrue(html.contains("<strong>Judged again</strong>"));
    assertTrue(html.contains("first by field 2026-3: pass, now by " + strict.name()));
    assertTrue(html.contains("ef".repeat(32)) && html.contains(strict.sha256()));
    assertFalse(HtmlReport.of(first, ReportChecks.ANCHOR).contains("Judged again"));
  }

  @Test
  void whatWasReadInTheBackgroundIsDrawnWithItsExtremes() {
    String curve = RunChart.of(FOUR.getFirst().samples().getFirst());
    assertTrue(curve.contains("least -113 dBm") && curve.contains("most -80 dBm"));
    String points = curve.substring(curve.indexOf("points=\"") + 8);
    int drawn = points.substring(0, points.indexOf('"')).trim().split(" ").length;
    assertTrue(drawn > 100 && drawn <= 301, drawn + " points");
  }

  @Test
  void everyTryIsABarOfItsStep() {
    String bars = RunChart.of(FOUR.get(1));
    assertEquals(2, bars.split("class=\"fail\"", -1).length);
    assertEquals(2, bars.split("class=\"pass\"", -1).length);
    assertEquals(2, bars.split(">Attach<", -1).length, "one line for both");
  }
}
