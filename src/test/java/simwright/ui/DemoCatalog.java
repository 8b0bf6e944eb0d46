package simwright.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.ask.Attendant;
import simwright.catalog.CatalogFilter;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Field;
import simwright.catalog.LifecycleState;
import simwright.catalog.Move;
import simwright.catalog.ProfileReader;
import simwright.catalog.ProfileText;
import simwright.catalog.Profiles;
import simwright.catalog.check.ProfileCheck;
import simwright.catalog.check.Rules;
import simwright.catalog.exchange.Incoming;
import simwright.catalog.exchange.Trouble;
import simwright.catalog.naming.NameCheck;
import simwright.catalog.provider.Operators;
import simwright.catalog.provider.Providers;
import simwright.catalog.reconcile.Difference;
import simwright.failover.CoverageMap;
import simwright.failover.RegionCoverage;
import simwright.failover.policy.Policies;
import simwright.job.CatalogActs;
import simwright.job.Job;
import simwright.job.JobRequest;
import simwright.lpa.CardReading;
import simwright.ui.catalog.CatalogRow;
import simwright.ui.catalog.CatalogSource;
import simwright.ui.catalog.LifecycleSource;
import simwright.ui.catalog.OperatorRow;

/// A made-up catalog, empty or with some profiles of which one is named wrongly; its rules are
/// those that ship.
public final class DemoCatalog implements CatalogSource {
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final Path NONE = Path.of("no-such-folder");
  private static final List<CatalogProfile> SOME =
      List.of(
          Profiles.profile(1, "state", "enabled", "dataCap", "5 GB"),
          Profiles.profile(2, "name", "prod_france_lyon_26", "place", "Lyon", "state", "released"),
          Profiles.profile(
              3,
              "name",
              "TRAVEL-EU-STANDBY",
              "use",
              "travel",
              "region",
              "EU",
              "place",
              "",
              "coverage",
              "regional",
              "staged",
              "true",
              "state",
              "installed",
              "operator",
              "An operator with a name that is longer than its column"),
          Profiles.profile(
              4,
              "name",
              "FALLBACK-WORLD-2027",
              "use",
              "fallback",
              "region",
              "WORLD",
              "place",
              "",
              "coverage",
              "global",
              "expiry",
              "2027-12-31",
              "state",
              "disabled"),
          Profiles.profile(
              5,
              "name",
              "PROD-BR-2026",
              "region",
              "BR",
              "place",
              "",
              "plmn",
              "72405",
              "operator",
              "Claro",
              "state",
              "reserved",
              "imsi",
              "724050000000005"));

  private final DemoParts demo;

  DemoCatalog(DemoParts demo) {
    this.demo = demo;
  }

  private List<CatalogProfile> all() {
    return demo.tests.statistics.some() ? SOME.stream().map(DemoCatalog::kept).toList() : List.of();
  }

  /// As it stands in a log.
  private static CatalogProfile kept(CatalogProfile profile) {
    return ProfileReader.read("key of " + profile.name(), ProfileText.node(profile)).profile();
  }

  private static Rules rules() {
    return Rules.of(NONE, NONE);
  }

  @Override
  public List<CatalogRow> rows(String filter) {
    demo.reading.run();
    return all().stream()
        .filter(CatalogFilter.of(filter).test())
        .map(each -> new CatalogRow(each, ProfileCheck.of(List.of(each), rules(), TODAY)))
        .toList();
  }

  @Override
  public List<Move> history(CatalogProfile profile) {
    return List.of(
        new Move(Instant.EPOCH, "ines", "", "reserved", "import from fleet.csv"),
        new Move(Instant.EPOCH, "ines", "reserved", profile.state().key(), "ordered"));
  }

  @Override
  public NameCheck name(CatalogProfile profile, String name) {
    try {
      return rules().naming().check(ProfileText.with(profile, Map.of(Field.NAME, name)));
    } catch (IllegalArgumentException wrong) {
      return new NameCheck(
          name, Optional.empty(), List.of(String.valueOf(wrong.getMessage())), Optional.empty());
    }
  }

  @Override
  public List<RegionCoverage> coverage() {
    return new CoverageMap(Policies.shipped(), rules().regions())
        .of(all(), TODAY.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  @Override
  public List<OperatorRow> operators() {
    Operators known =
        new Operators(
            Operators.read(
                """
                operators:
                  - {name: Orange, country: FR, networks: ["20801"], until: 2026-07-01,
                     priceTier: B, minimumCommitment: 500 a year,
                     serviceLevels: [attach within 30 s in 99 % of tries]}
                  - {name: Ours, country: FR, networks: ["20815", "20816", "20817"]}
                """,
                "operators.yaml"),
            Providers.shipped());
    return known.all().stream()
        .map(each ->
            new OperatorRow(each, 1, each.own().flatMap(own -> own.contract().warning(TODAY))))
        .toList();
  }

  @Override
  public Job<CatalogProfile> rename(CatalogProfile profile, String name) {
    demo.asked.add("rename " + name);
    return job("catalog.rename", ProfileText.with(profile, Map.of(Field.NAME, name)));
  }

  @Override
  public Job<CatalogActs.Imported> take(Path file, boolean skipBad) {
    demo.asked.add("catalog import " + file + " " + skipBad);
    List<Trouble> bad = List.of(new Trouble(3, "PROD-FR-2026", "use", "it is no use"));
    return job(
        "catalog.import",
        new CatalogActs.Imported(
            new Incoming("fleet.csv", 2, List.of(SOME.getFirst()), bad, List.of()), skipBad, ""));
  }

  @Override
  public String export(String filter) {
    return "/home/ines/catalog.csv";
  }

  @Override
  public Job<CardReading> read(String device) {
    return demo.card.read(device);
  }

  @Override
  public List<Difference> compare(CardReading reading) {
    return List.of(
        new Difference(
            Difference.Kind.GONE,
            SOME.getFirst(),
            Optional.of(LifecycleState.DELETED),
            Difference.Action.FOLLOW,
            "The catalog says that it is enabled on this card, which has it no more"),
        new Difference(
            Difference.Kind.NOT_IN_CATALOG,
            SOME.get(2),
            Optional.empty(),
            Difference.Action.ADD,
            "It is on the card, enabled, and not in the catalog"));
  }

  @Override
  public LifecycleSource lifecycle() {
    return new DemoLifecycle(demo);
  }

  @Override
  public Job<?> mend(String device, Difference difference) {
    demo.asked.add("mend " + difference.kind().key());
    return job("catalog.reconcile", true);
  }

  private <T> Job<T> job(String act, T result) {
    return demo.jobs.start(JobRequest.of(act, ""), Attendant.absent(), _ -> result);
  }
}
