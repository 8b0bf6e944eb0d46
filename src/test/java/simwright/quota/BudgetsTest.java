package simwright.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import simwright.quota.Proposal.Act;

/// Budgets are evaluated on counters, forecasts say how sure they are, and proposals claim nothing.
class BudgetsTest {
  private static final long MB = 1_000_000;
  private static final DataRules RULES = RulesFile.shipped();

  private static DataReport report(Traffic traffic, List<Account> accounts) {
    return DataReport.of(
        RULES, traffic.uses(), accounts, Traffic.START, traffic.now(), ZoneOffset.UTC);
  }

  private static Budget cap(DataReport report, String profile) {
    return report.budgets().stream()
        .filter(each -> each.traffic().isEmpty() && each.profile().equals(profile))
        .findFirst()
        .orElseThrow();
  }

  private static Budget day(DataReport report, TrafficClass traffic) {
    return report.budgets().stream()
        .filter(each -> each.traffic().equals(Optional.of(traffic)))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aCapCountsItsOwnProfileAlone() {
    Traffic traffic =
        new Traffic("org.example").hours(5, 10 * MB).on("TRAVEL-EU-2026").hours(4, MB);
    DataReport report = report(traffic, List.of());
    assertEquals(50 * MB, cap(report, "PROD-FR-PARIS-2026").used());
    // the interval of the switch is nobody's for sure
    assertEquals(3 * MB, cap(report, "TRAVEL-EU-2026").used());
    assertEquals(54 * MB, day(report, TrafficClass.BACKGROUND).used());
    assertEquals(1, report.switches().size());
    assertEquals(80 * MB, cap(report, "TRAVEL-EU-2026").kept());
  }

  @Test
  void theDayBeginsAnewAndTheMonthGoesOn() {
    DataReport report = report(new Traffic("org.example").hours(30, MB), List.of());
    assertEquals(30 * MB, cap(report, "PROD-FR-PARIS-2026").used());
    assertEquals(6 * MB, day(report, TrafficClass.BACKGROUND).used());
  }

  @Test
  void aForecastIsRefusedBelowEnoughData() {
    Forecast few =
        cap(report(new Traffic("a").hours(5, MB), List.of()), "PROD-FR-PARIS-2026").forecast();
    assertEquals(5, assertInstanceOf(Forecast.Refused.class, few).n());
    Forecast enough =
        cap(report(new Traffic("a").hours(6, MB), List.of()), "PROD-FR-PARIS-2026").forecast();
    assertEquals(6, assertInstanceOf(Forecast.Expected.class, enough).n());
  }

  @Test
  void evenUseIsExpectedToEndWhereItMustAndUnevenUseLessSurely() {
    // 10 GB, of which 50 MB go each hour: after 100 hours 5 GB are left for 100 more
    Traffic even = new Traffic("a").hours(100, 50 * MB);
    Forecast.Expected sure =
        assertInstanceOf(
            Forecast.Expected.class, cap(report(even, List.of()), "PROD-FR-PARIS-2026").forecast());
    Instant end = even.now().plus(Duration.ofHours(100));
    assertEquals(Optional.of(end), sure.expected());
    assertEquals(Optional.of(end), sure.earliest());
    Traffic uneven = new Traffic("a");
    for (int i = 0; i < 10; i++) {
      uneven.hours(5, 0).hours(5, 100 * MB);
    }
    Forecast.Expected less =
        assertInstanceOf(
            Forecast.Expected.class,
            cap(report(uneven, List.of()), "PROD-FR-PARIS-2026").forecast());
    assertEquals(Optional.of(end), less.expected());
    assertTrue(less.earliest().orElseThrow().isBefore(end.minus(Duration.ofHours(10))));
    assertTrue(less.latest().orElseThrow().isAfter(end.plus(Duration.ofHours(10))));
  }

  @Test
  void aProfileThatIsNotInUseHasNoForecast() {
    Traffic traffic = new Traffic("a").hours(30, 50 * MB).on("TRAVEL-EU-2026").hours(10, MB);
    assertEquals(
        new Forecast.Refused("the profile is not in use now", 30),
        cap(report(traffic, List.of()), "PROD-FR-PARIS-2026").forecast());
  }

  @Test
  void littleUseNeverReachesTheCap() {
    Forecast.Expected calm =
        assertInstanceOf(
            Forecast.Expected.class,
            cap(report(new Traffic("a").hours(48, MB), List.of()), "PROD-FR-PARIS-2026")
                .forecast());
    assertEquals(Optional.empty(), calm.earliest());
    assertEquals(List.of(), report(new Traffic("a").hours(48, MB), List.of()).warnings());
  }

  @Test
  void aPersonIsToldBeforeTheEnd() {
    // 10 GB at 400 MB an hour: after 7 hours the end is 18 hours away
    DataReport soon = report(new Traffic("com.youtube").hours(7, 400 * MB), List.of());
    List<String> told = soon.warnings().stream().map(Warnings.Warning::text).toList();
    assertTrue(
        told.stream().anyMatch(each -> each.contains("expected to be reached")), told::toString);
    DataReport most = report(new Traffic("com.youtube").hours(21, 400 * MB), List.of());
    assertTrue(most.warnings().stream().anyMatch(each -> each.text().contains("84 % of 10.0 GB")));
    DataReport all = report(new Traffic("com.youtube").hours(23, 500 * MB), List.of());
    assertTrue(
        all.warnings().stream().anyMatch(each -> each.text().contains("10.0 GB is used up")));
    assertEquals(
        new Forecast.Reached(Traffic.START.plus(Duration.ofHours(20))),
        cap(all, "PROD-FR-PARIS-2026").forecast());
  }

  @Test
  void theOneThatGivesWayFirstIsProposedFirstAndNothingIsClaimed() {
    DataReport report = report(new Traffic("com.android.vending").hours(15, 500 * MB), List.of());
    List<String> proposed =
        report.proposals().stream().map(each -> each.traffic() + " " + each.act()).toList();
    assertEquals(
        List.of(
            "BACKGROUND " + Act.COMPRESS, "UPDATES " + Act.HOLD_BACK, "STREAMING " + Act.HOLD_BACK),
        proposed);
    assertTrue(report.proposals().stream().noneMatch(Proposal::possible));
  }

  @Test
  void whatTheOperatorTellsIsTheBase() {
    Traffic traffic = new Traffic("a").hours(10, 100 * MB);
    Account told =
        new Account(
            Traffic.START.plus(Duration.ofHours(8)),
            "ec25",
            "PROD-FR-PARIS-2026",
            "sms",
            OptionalLong.of(3_000 * MB),
            OptionalLong.of(5_000 * MB),
            false);
    Budget budget = cap(report(traffic, List.of(told)), "PROD-FR-PARIS-2026");
    assertEquals(3_200 * MB, budget.used());
    assertEquals(5_000 * MB, budget.cap());
    Account reset =
        new Account(
            told.at(),
            "",
            told.profile(),
            "import",
            OptionalLong.empty(),
            OptionalLong.empty(),
            true);
    assertEquals(200 * MB, cap(report(traffic, List.of(reset)), "PROD-FR-PARIS-2026").used());
  }

  @Test
  void anAnomalyPointsToTheAppAndTheSwitch() {
    Traffic calm = new Traffic("org.calm").hours(12, MB);
    Traffic loud =
        new Traffic("com.youtube")
            .hours(10, MB)
            .on("TRAVEL-EU-2026")
            .hours(1, MB)
            .hours(1, 80 * MB);
    List<Use> uses = new ArrayList<>(calm.uses());
    uses.addAll(loud.uses());
    List<Anomaly> found = Anomalies.of(uses);
    assertEquals(1, found.size());
    assertEquals("com.youtube", found.getFirst().app());
    assertEquals(
        "com.youtube used 80.0 MB where 1.00 MB was usual (n = 11), after the switch from"
            + " PROD-FR-PARIS-2026 to TRAVEL-EU-2026",
        found.getFirst().words());
    assertEquals(List.of(), Anomalies.of(new Traffic("a").hours(7, MB).hours(1, 80 * MB).uses()));
  }

  @Test
  void roamingIsAnIncidentOnlyWhereItIsNotExpected() {
    Traffic traffic =
        new Traffic("a")
            .hours(2, MB)
            .roaming(true)
            .hours(3, MB)
            .roaming(false)
            .hours(1, MB)
            .on("TRAVEL-EU-2026")
            .roaming(true)
            .hours(4, MB);
    List<RoamingIncident> found = report(traffic, List.of()).roaming();
    assertEquals(1, found.size());
    assertEquals(3 * MB, found.getFirst().bytes());
    assertEquals(Traffic.START.plus(Duration.ofHours(2)), found.getFirst().from());
  }
}
