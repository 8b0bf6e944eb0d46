package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.LimitSet;
import simwright.acceptance.plan.Outcome;
import simwright.transcript.TranscriptRange;

/// Parity is shown by what was measured in runs that passed, and by nothing less.
class ParityVerdictTest {
  private static final LimitSet ALLOWED = differences("dBm");
  private static final StepRecord SIGNAL = step("signal", Outcome.PASS, "rsrp", "dBm", -90);
  private static final Run ESIM = run("r1", "eSIM profile of Orange", 1, SIGNAL);
  private static final Run SIM = run("r2", "physical SIM of Orange", 0, SIGNAL);

  @Test
  void runsThatPassedAndMeasuredAlikeAreAlike() {
    assertEquals(Outcome.PASS, Parity.of(List.of(ESIM, SIM), ALLOWED).outcome());
  }

  @Test
  void whereNothingWasMeasuredNothingIsShown() {
    Run esim = run("r3", "eSIM profile of Orange", 1);
    Run sim = run("r4", "physical SIM of Orange", 0);
    open("nothing was measured whose difference is limited", ALLOWED, esim, sim);
    open("nothing was measured whose difference is limited", LimitSet.NONE, ESIM, SIM);
  }

  @Test
  void aRunThatDidNotPassShowsNothing() {
    Run failed =
        run(
            "r5",
            "physical SIM of Orange",
            0,
            SIGNAL,
            step("ping", Outcome.FAIL, "loss", "%", 100));
    open("run r5 came to fail, ping: so", ALLOWED, ESIM, failed);
    open("run r5 came to fail, ping: so", ALLOWED, ESIM, SIM, failed);
  }

  @Test
  void anOperatorThatIsNotToldIsNotTheSameAsItself() {
    Run esim = run("r6", "eSIM profile of " + Parity.UNTOLD, 1, SIGNAL);
    Run sim = run("r7", "physical SIM of " + Parity.UNTOLD, 0, SIGNAL);
    open("not every device told its operator", ALLOWED, esim, sim);
  }

  @Test
  void aDifferenceInAnotherUnitLimitsNothing() {
    open(
        "signal rsrp is in dBm, and its difference is limited in dB", differences("dB"), ESIM, SIM);
  }

  private static void open(String why, LimitSet allowed, Run... runs) {
    Parity parity = Parity.of(List.of(runs), allowed);
    assertEquals(Outcome.INCONCLUSIVE, parity.outcome(), parity.toString());
    assertEquals(why, parity.open());
    assertTrue(
        parity.rows().stream().noneMatch(row -> row.outcome() == Outcome.FAIL), parity.toString());
  }

  private static LimitSet differences(String unit) {
    return new LimitSet(
        "parity",
        "1",
        "",
        Map.of(
            new LimitSet.Key("signal", "rsrp"),
            new Limit("rsrp", unit, Optional.empty(), Optional.of(6.0), 0)));
  }

  private static Run run(String id, String cohort, double esim, StepRecord... rest) {
    Measured which = new Measured(Limit.none("esim", "eUICCs"), Optional.of(esim));
    List<StepRecord> steps = new ArrayList<>();
    steps.add(
        record("cohort", "cohort", Place.in("setup", "setup/0"), Outcome.PASS, cohort, which));
    steps.addAll(List.of(rest));
    return new Run(
        id,
        Judged.by("both"),
        new Subject("usb:" + id, "EC25", "A01", "quectel-ec2x", false, Map.of(), Map.of()),
        false,
        "Ines",
        RunHeader.NONE,
        Instant.EPOCH,
        Instant.EPOCH.plusSeconds(9),
        List.copyOf(steps),
        List.of(),
        Safety.NONE,
        Optional.empty());
  }

  private static StepRecord step(String id, Outcome ended, String name, String unit, double value) {
    Measured measured = new Measured(Limit.none(name, unit), Optional.of(value));
    return record(id, id, Place.in("main", "main/" + id), ended, "so", measured);
  }

  private static StepRecord record(
      String id, String kind, Place place, Outcome ended, String words, Measured measured) {
    return new StepRecord(
        id,
        kind,
        id,
        place,
        ended,
        words,
        Optional.empty(),
        List.of(measured),
        Duration.ZERO,
        Duration.ofSeconds(1),
        TranscriptRange.NONE,
        "");
  }
}
