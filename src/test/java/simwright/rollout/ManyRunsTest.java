package simwright.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static simwright.acceptance.plan.Outcome.ERROR;
import static simwright.acceptance.plan.Outcome.FAIL;
import static simwright.acceptance.plan.Outcome.PASS;
import static simwright.acceptance.plan.Outcome.TIMEOUT;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.RecordedRuns;
import simwright.acceptance.RecordedRuns.Kind;
import simwright.acceptance.Rig;
import simwright.acceptance.Run;
import simwright.acceptance.RunField;
import simwright.acceptance.RunFilter;
import simwright.acceptance.RunHistory;
import simwright.acceptance.RunSummary;
import simwright.audit.Actor;
import simwright.audit.Anchor;
import simwright.audit.Kept;
import simwright.fault.Fault;
import simwright.journal.Alarm;
import simwright.report.JsonReport;
import simwright.report.RegistryReport;
import simwright.report.TrendReport;
import simwright.time.SystemTime;

/// What many recorded runs say together, read from a real log.
class ManyRunsTest {
  private static final Kind ONE = Kind.USUAL;
  private static final Kind TWO = ONE.device("usb:2");

  @AutoClose private final SystemTime time = new SystemTime();
  @AutoClose private final Kept log;
  private final RecordedRuns runs;
  private final RunHistory history;
  private final Statistics statistics;

  ManyRunsTest(@TempDir(factory = Rig.Folders.class) Path folder) {
    log = Kept.in(folder, new Actor("tester", Actor.Role.OPERATOR), time);
    runs = new RecordedRuns(log.audit());
    history = new RunHistory(log.store(), log.audit(), log.audit()::record);
    statistics = new Statistics(history);
  }

  @Test
  void runsAreFoundByWhatTheyWereAndWhatTheySay() {
    runs.run(ONE, -90, PASS);
    runs.run(TWO, -91, FAIL);
    runs.run(ONE.operator("Ben"), -92, PASS);
    runs.run(ONE.firmware("A02").onBench(), -93, TIMEOUT);
    assertEquals(List.of("r4", "r3", "r2", "r1"), found(RunFilter.ALL));
    assertEquals(List.of("r2"), found(RunFilter.ALL.with(RunField.DEVICE, "usb:2")));
    assertEquals(List.of("r3"), found(RunFilter.ALL.with(RunField.OPERATOR, "Ben")));
    assertEquals(List.of("r4"), found(RunFilter.ALL.with(RunField.FIRMWARE, "A02")));
    assertEquals(List.of("r4"), found(RunFilter.ALL.simulated(true)));
    assertEquals(List.of("r4", "r2"), found(RunFilter.ALL.with(Set.of(FAIL, TIMEOUT))));
    assertEquals(List.of("r3"), found(RunFilter.ALL.holding("T-3 orange")));
    assertEquals(List.of(), found(RunFilter.ALL.holding("T_3")));
    assertEquals(List.of(), found(RunFilter.ALL.holding("%")));
    Instant second = Instant.parse("2026-11-01T08:02:00Z");
    assertEquals(
        List.of("r2"),
        found(RunFilter.ALL.between(Optional.of(second), Optional.of(second.plusMillis(1)))));
    assertEquals(List.of("r3", "r2"), found(history.search(RunFilter.ALL, 1, 2).runs()));
    assertEquals(4, history.search(RunFilter.ALL, 1, 2).total());
    assertEquals(List.of("A01", "A02"), history.values(RunFilter.ALL, RunField.FIRMWARE));
  }

  @Test
  void aStepThatAlwaysFailsOnOneDeviceIsExplainedByTheDevice() {
    for (int i = 0; i < 12; i++) {
      runs.run(ONE.operator(i % 3 == 0 ? "Ines" : "Ben"), -90, PASS);
      runs.run(TWO.operator(i % 2 == 0 ? "Ines" : "Ben"), -90, FAIL);
    }
    FlakyStep step = statistics.flaky(RunFilter.ALL).getFirst();
    assertTrue(step.flaky());
    assertEquals(new Rate(23, 23), step.flips());
    assertEquals(new Rate(12, 24), step.failed());
    Split best = step.best().orElseThrow();
    assertEquals(SplitBy.DEVICE, best.by());
    assertEquals("usb:2", best.worst().value());
    assertEquals(new Rate(0, 22), best.within());
    assertTrue(step.words().contains("best explained by device"), step.words());
  }

  @Test
  void whatFlipsByChanceIsExplainedByNothing() {
    Random random = new Random(7);
    for (int i = 0; i < 60; i++) {
      runs.run(
          ONE.device("usb:" + random.nextInt(4)).operator("p" + random.nextInt(3)),
          -90,
          random.nextInt(4) == 0 ? FAIL : PASS);
    }
    FlakyStep step = statistics.flaky(RunFilter.ALL).getFirst();
    assertTrue(step.flaky());
    assertEquals(Optional.empty(), step.best(), step.words());
  }

  @Test
  void oneFlipIsNoFlakyStepAndABenchErrorIsNone() {
    runs.run(ONE, -90, PASS);
    runs.run(ONE, -90, ERROR);
    runs.run(ONE, -90, PASS);
    runs.run(ONE, -90, FAIL);
    FlakyStep step = statistics.flaky(RunFilter.ALL).getFirst();
    assertFalse(step.flaky());
    assertEquals(new Rate(1, 2), step.flips());
    assertEquals(Optional.empty(), step.best());
    runs.run(ONE, -90, FAIL, PASS);
    assertTrue(statistics.flaky(RunFilter.ALL).getFirst().flaky(), "a second try is a try");
  }

  @Test
  void theStepsOfASafeStateAreNoStepsOfTheDeviceAndTheShareHasItsInterval() {
    assertEquals(List.of("Flaky steps: nothing to count (n = 0)"), share());
    runs.left(ONE, FAIL);
    runs.left(ONE, PASS);
    runs.left(ONE, FAIL);
    List<FlakyStep> table = statistics.flaky(RunFilter.ALL);
    assertEquals(List.of("attach"), table.stream().map(FlakyStep::step).toList());
    assertEquals(
        List.of("Flaky steps: 0 of n = 1, 0.0 % (95 % interval 0.0 to 79.3 %, Wilson)"), share());
    runs.run(ONE.onBench(), -90, FAIL, PASS, FAIL);
    assertEquals(
        "Flaky steps, SIMULATED: 1 of n = 1, 100.0 % (95 % interval 20.7 to 100.0 %, Wilson)",
        share().getLast());
  }

  private List<String> share() {
    return FlakyStep.share(statistics.flaky(RunFilter.ALL));
  }

  @Test
  void whatIsSimulatedIsNeverPutTogetherWithWhatIsReal() {
    runs.run(ONE, -90, PASS);
    runs.run(ONE.onBench(), -50, FAIL);
    runs.run(ONE, -91, PASS);
    assertEquals(2, statistics.flaky(RunFilter.ALL).size());
    assertTrue(statistics.flaky(RunFilter.ALL).stream().noneMatch(FlakyStep::flaky));
    Measurement rsrp = statistics.measurements(RunFilter.ALL).getFirst();
    assertEquals(
        List.of(-90.5, -50.0),
        statistics.trend(RunFilter.ALL, rsrp, Optional.empty()).stream()
            .map(trend -> trend.spread().median())
            .toList());
    assertEquals(2, statistics.compare(RunFilter.ALL, RunField.MODEL, List.of()).columns().size());
  }

  @Test
  void aTrendTellsEveryValueWithTheLimitInForce() {
    runs.run(ONE, -90, PASS);
    runs.run(ONE.firmware("A02"), -95.5, PASS);
    Measurement rsrp = new Measurement("attach", "attach", "rsrp", "dBm");
    assertEquals(List.of(rsrp), statistics.measurements(RunFilter.ALL));
    List<Trend> trends = statistics.trend(RunFilter.ALL, rsrp, Optional.of(RunField.FIRMWARE));
    assertEquals(List.of("A01", "A02"), trends.stream().map(Trend::split).toList());
    Trend.Point point = trends.getLast().points().getFirst();
    assertEquals(-95.5, point.value());
    assertEquals(Optional.of(-140.0), point.limit().least());
    assertEquals("r2", point.run());
  }

  @Test
  void aPageOfTrendsShowsEveryValueWithItsLimitAndItsNumber() {
    runs.run(ONE, -90, PASS);
    runs.run(ONE, -99.5, FAIL);
    runs.run(ONE.onBench(), -50, PASS);
    Measurement rsrp = new Measurement("attach", "attach", "rsrp", "dBm");
    String page =
        TrendReport.of(
            statistics.trend(RunFilter.ALL, rsrp, Optional.empty()),
            new Anchor(7, "ab".repeat(32)));
    assertEquals(4, page.split("<circle", -1).length, "three values");
    assertEquals(4, page.split("class=\"mark\"", -1).length, "three limits");
    assertTrue(page.contains("n = 2") && page.contains("<strong>SIMULATED</strong>"), page);
    assertFalse(page.contains("<script") || page.contains("NaN"), page);
  }

  @Test
  void runsSideBySideTellADifferenceOnlyWhereThereIsEnoughToTellIt() {
    for (int i = 0; i < 12; i++) {
      runs.run(ONE, -80 - i % 3, PASS);
      runs.run(ONE.firmware("A02"), -100 - i % 3, i < 11 ? FAIL : PASS);
    }
    Comparison two = statistics.compare(RunFilter.ALL, RunField.FIRMWARE, List.of("A01", "A02"));
    assertEquals(Comparison.Difference.WORSE, two.steps().getFirst().differs().getLast());
    assertEquals(Comparison.Difference.WORSE, two.values().getFirst().differs().getLast());
    assertEquals(Optional.of(-20.0), two.values().getFirst().above(1));
    Comparison pair = statistics.compare(List.of("r1", "r2"));
    assertEquals(Comparison.Difference.TOO_FEW, pair.steps().getFirst().differs().getLast());
    assertEquals(Comparison.Difference.TOO_FEW, pair.values().getFirst().differs().getLast());
    assertEquals(List.of("r1", "r2"), pair.columns().stream().map(each -> each.name()).toList());
  }

  @Test
  void aModelThatIsWorseWithItsNewFirmwareRaisesAnAlarmOnceUntilThatIsMended() {
    Alarms alarms = new Alarms(log.store(), log.audit());
    Regressions regressions = new Regressions(history, alarms, log.audit());
    runs.run(ONE, -90, PASS);
    runs.run(TWO.firmware("A02"), -90, FAIL);
    List<Regression> found = regressions.look("r2");
    assertEquals(List.of("attach"), found.stream().map(Regression::step).toList());
    assertEquals(List.of(), regressions.find("EC25", "attach", true));
    runs.run(TWO.firmware("A02"), -90, FAIL);
    assertEquals(1, regressions.look("r3").size());
    List<Alarm> standing = alarms.standing();
    assertEquals(1, standing.size(), "raised once");
    assertTrue(Regression.possible(standing.getFirst()), "one run each proves nothing");
    assertTrue(
        standing.getFirst().text().contains("1 of n = 1, 100.0 % (95 % interval 20.7 to 100.0 %"),
        standing.toString());
    assertEquals(1, log.audit().search("alarm.raised", Long.MAX_VALUE, 9).size());
    runs.run(TWO.firmware("A02"), -90, PASS);
    assertEquals(List.of(), regressions.look("r4"));
    assertEquals(List.of(), alarms.standing());
    assertTrue(alarms.all().getFirst().cleared().isPresent());
  }

  @Test
  void aPossibleRegressionBecomesAnAlarmOnlyWhenTheIntervalsHaveNothingInCommon() {
    Alarms alarms = new Alarms(log.store(), log.audit());
    Regressions regressions = new Regressions(history, alarms, log.audit());
    for (int i = 0; i < 4; i++) {
      runs.run(ONE, -90, PASS);
    }
    runs.run(TWO.firmware("A02"), -90, FAIL);
    assertFalse(regressions.look("r5").getFirst().sure());
    for (int i = 0; i < 5; i++) {
      runs.run(TWO.firmware("A02"), -90, FAIL);
    }
    assertTrue(regressions.look("r10").getFirst().sure());
    assertEquals(
        List.of("regression/EC25/attach/attach/A02"),
        alarms.standing().stream().map(Alarm::id).toList(),
        "the possible one is cleared");
  }

  @Test
  void aMeasurementThatHasBecomeClearlyWorseIsARegression() {
    for (int i = 0; i < 7; i++) {
      runs.run(ONE, -80 - i, PASS);
      runs.run(ONE.firmware("A02"), -100 - i, PASS);
    }
    Regressions regressions =
        new Regressions(history, new Alarms(log.store(), log.audit()), log.audit());
    List<Regression> found = regressions.find("EC25", "attach", false);
    assertEquals(List.of("rsrp"), found.stream().map(Regression::measurement).toList());
    assertTrue(found.getFirst().words().contains("median -103 dBm"), found.toString());
  }

  @Test
  void realRunsCertifyADeviceAndSimulatedOnesNever() {
    runs.run(ONE, -90, FAIL, PASS);
    runs.run(ONE.firmware("A02"), -90, FAIL);
    runs.run(ONE.onBench(), -90, PASS);
    runs.download(ONE.plan("capacity"), 7);
    List<RegistryEntry> all = registry().entries();
    assertEquals(
        List.of(
            RegistryEntry.Standing.CERTIFIED,
            RegistryEntry.Standing.SIMULATED,
            RegistryEntry.Standing.NOT_CERTIFIED),
        all.stream().map(RegistryEntry::standing).toList());
    RegistryEntry real = all.getFirst();
    assertEquals(Optional.of(7), real.capacity());
    assertEquals(Set.of(ProvisioningPath.HOST_LPA), real.paths());
    assertEquals("LTE 1 3 7", real.bands());
    assertEquals(
        List.of("attach", "capacity"),
        real.certified().stream().map(each -> each.edition().plan()).toList());
    assertEquals(2, real.certified().getFirst().attempt(), "passed on the second try, and says so");
    assertEquals(new Rate(1, 2), real.firstAttempts());
    assertEquals(List.of(), all.get(1).certified());
  }

  @Test
  void aRegistryFromElsewhereKeepsItsOriginAndIsTakenAsAWholeOrNotAtAll() {
    runs.run(ONE, -90, PASS);
    runs.run(ONE.firmware("A02"), -90, PASS);
    Anchor anchor = log.audit().anchor();
    String text = RegistryReport.json(registry().own(), "lab-7", anchor, Instant.EPOCH);
    ImportedEntries imported = new ImportedEntries(log.store(), log.audit());
    RegistryFile file = read(text);
    imported.take(file.entries(), file.installation(), "ef".repeat(32));
    List<RegistryEntry> all = registry().entries();
    assertEquals(4, all.size());
    Origin origin = all.get(1).origin().orElseThrow();
    assertEquals("lab-7", origin.installation());
    assertEquals("tester", origin.by());
    assertEquals(all.getFirst(), withoutOrigin(all.get(1)), "JSON, log, JSON: nothing is lost");
    imported.take(file.entries(), file.installation(), "ab".repeat(32));
    assertEquals(4, registry().entries().size(), "a later import takes the place");

    String broken = text.replaceFirst("\"bands\" : \"[^\"]*\"", "\"bands\" : 7");
    Fault fault = assertThrows(Fault.class, () -> read(broken));
    assertEquals(RolloutCodes.BROKEN_REGISTRY, fault.code());
    assertTrue(
        fault.evidence().orElseThrow().contains("1 of 2 entries cannot be used"), "" + fault);
    assertTrue(fault.evidence().orElseThrow().contains("devices[0]: bands is missing or no text"));
  }

  @Test
  void hostileRegistriesAreRefusedInWords() {
    for (String text :
        List.of(
            "",
            "[]",
            "{}",
            "[".repeat(5000),
            "{\"format\":\"simwright registry 1\",\"installation\":\"../x\",\"devices\":[]}",
            "{\"format\":\"simwright registry 1\",\"installation\":\"own\",\"devices\":[]}",
            "{\"format\":\"simwright registry 1\",\"installation\":\"a\",\"devices\":{}}",
            "{\"format\":\"simwright registry 1\",\"installation\":\"a\",\"devices\":[null,7]}")) {
      Fault fault = assertThrows(Fault.class, () -> read(text), text);
      assertEquals(RolloutCodes.BROKEN_REGISTRY, fault.code());
    }
  }

  @Test
  void aRunOutOfTheLogIsTheSameJsonAsWhenItWasMade() {
    Anchor anchor = new Anchor(7, "ab".repeat(32));
    Run first = runs.run(ONE, -90.25, FAIL, PASS);
    Run second = runs.download(TWO.onBench(), 3);
    assertEquals(
        JsonReport.of(List.of(first, second), anchor),
        JsonReport.of(List.of(history.run("r1"), history.run("r2")), anchor));
  }

  /// A view can be thrown away: all answers are made from the records of the log.
  @Test
  void whatRunsSayIsTheSameAfterTheTablesAreMadeAgain() {
    runs.run(ONE, -90, FAIL, PASS);
    runs.run(TWO, -91, FAIL);
    List<Object> before = answers();
    boolean unused =
        log.store()
            .write(connection -> {
              try (Statement statement = connection.createStatement()) {
                for (String table : List.of("run", "run_part", "run_step", "run_value")) {
                  statement.execute("DELETE FROM " + table);
                }
                statement.execute("UPDATE reader SET upto = 0 WHERE name = 'run'");
              }
              return true;
            });
    assertEquals(before, answers());
  }

  private List<Object> answers() {
    return List.of(
        history.search(RunFilter.ALL, 0, 99),
        statistics.flaky(RunFilter.ALL),
        registry().entries(),
        statistics.compare(List.of("r1", "r2")));
  }

  private Registry registry() {
    return new Registry(history, new ImportedEntries(log.store(), log.audit()));
  }

  private static RegistryFile read(String text) {
    return RegistryFile.read(text.getBytes(StandardCharsets.UTF_8), "devices.json", "own");
  }

  private static RegistryEntry withoutOrigin(RegistryEntry entry) {
    return new RegistryEntry(
        entry.kind(),
        entry.bands(),
        entry.capacity(),
        entry.paths(),
        entry.certified(),
        entry.firstAttempts(),
        entry.last(),
        Optional.empty());
  }

  private List<String> found(RunFilter filter) {
    return found(history.search(filter, 0, 99).runs());
  }

  private static List<String> found(List<RunSummary> rows) {
    return rows.stream().map(RunSummary::id).toList();
  }
}
