package simwright.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.audit.Actor;
import simwright.audit.Anchor;
import simwright.audit.Audit;
import simwright.catalog.Catalog;
import simwright.catalog.CatalogProfile;
import simwright.catalog.migration.MigrationFile;
import simwright.catalog.migration.MigrationPair;
import simwright.catalog.migration.MigrationPlan;
import simwright.device.DeviceSet;
import simwright.device.sanitise.Sanitation;
import simwright.fault.Fault;
import simwright.journal.Event;
import simwright.lpa.LpaCodes;
import simwright.lpa.ProvenSwitch;
import simwright.report.CleanCertificate;
import simwright.rollout.migration.MigrationLog;
import simwright.rollout.migration.MigrationState;
import simwright.rollout.migration.MigrationStep;
import simwright.rollout.retirement.Receipt;
import simwright.rollout.retirement.Retirement;
import simwright.rollout.retirement.RetirementLog;
import simwright.rollout.retirement.Retiring;
import simwright.rsp.ActivationCode;
import simwright.time.Time;

/// What a person can do about versions and the end of a profile's life: replace it by the next
/// version, retire it together with its operator, clean a device of all traces and provision it
/// anew.
public final class LifecycleActs {
  private static final Duration PERSON = Duration.ofMinutes(2);

  private final Jobs jobs;
  private final DeviceSet devices;
  private final Catalog catalog;
  private final Supplier<CardActs> cards;
  private final Supplier<OrderActs> orders;
  private final Audit audit;
  private final RetirementLog retirements;
  private final Time time;

  /// Of the profiles of this catalog, on these cards and at these servers.
  public LifecycleActs(
      Jobs jobs,
      DeviceSet devices,
      Catalog catalog,
      Supplier<CardActs> cards,
      Supplier<OrderActs> orders,
      Audit audit,
      Time time) {
    this.jobs = jobs;
    this.devices = devices;
    this.catalog = catalog;
    this.cards = cards;
    this.orders = orders;
    this.audit = audit;
    this.retirements = new RetirementLog(audit);
    this.time = time;
  }

  /// How the retirement of a profile stands.
  public Retirement retirement(CatalogProfile profile) {
    return retirements.of(profile, catalog.history(profile));
  }

  /// What is wanted of a retirement: which profile and why, the device whose card it is on where
  /// that is at hand, the server of its order, and the operator's receipt where it has come.
  public record Retire(
      CatalogProfile profile,
      String why,
      Optional<String> device,
      OrderActs.At at,
      Optional<Receipt> receipt) {}

  /// Retires a profile as far as that goes now, once a person has consented to its beginning.
  public Job<Retiring.Outcome> retire(Retire wish, Attendant attendant) {
    return jobs.start(
        request("catalog.retire", wish.device().orElse(""), wish.profile(), wish.why()),
        attendant,
        context -> {
          if (!retirement(wish.profile()).begun()) {
            consented(context, wish);
          }
          WithinJob within = new WithinJob(context, wish.profile().name(), time);
          RetireHands hands =
              new RetireHands(
                  cards.get(), orders.get(), wish.at(), wish.device(), within, context.attendant());
          Retiring.Outcome outcome =
              new Retiring(catalog, retirements, hands, wish.profile())
                  .run(wish.why(), wish.receipt());
          noted(context, outcome);
          return outcome;
        });
  }

  private static void noted(JobContext context, Retiring.Outcome outcome) {
    if (!outcome.retirement().complete()) {
      context.note().accept(outcome.retirement().words());
    }
  }

  private static void consented(JobContext context, Retire wish) {
    boolean yes =
        context
            .attendant()
            .ask(
                new Question.Consent(
                    "Retire " + wish.profile().words() + "?",
                    "It is withdrawn for good: its order is ended, or its line suspended by the"
                        + " operator and the profile deleted from its card. It cannot be used"
                        + " again.",
                    "Retire profile",
                    PERSON))
            .orElse(false);
    if (!yes) {
      throw new Fault(LpaCodes.UNCONFIRMED, "asking for consent", wish.profile().words());
    }
  }

  /// One pair of a plan: how it stands, on which device it was met ("" where on none), what stopped
  /// it, and what would be done next ("" for nothing).
  public record Migrated(
      MigrationPair pair,
      MigrationState state,
      String device,
      Optional<Fault> stopped,
      String next) {}

  /// A device of which no profile was migrated, and why.
  public record Unread(String device, String why) {}

  /// A plan and how far it is; `without` are profiles of the version before that have no order.
  public record Migration(
      MigrationPlan plan, List<Migrated> profiles, List<Unread> devices, List<String> without) {
    public Migration {
      profiles = List.copyOf(profiles);
      devices = List.copyOf(devices);
      without = List.copyOf(without);
    }

    /// Whether all of it was done.
    public boolean done() {
      return profiles.stream().allMatch(each -> each.state().reached(MigrationStep.DONE));
    }
  }

  /// How a plan stands and what would be done; throws `catalog/broken-plan`.
  public Migration migration(MigrationFile file) {
    return new MigrateRun(catalog, new MigrationLog(audit), file, time).stands();
  }

  /// Carries a plan out on these devices, as far as their cards hold what it means.
  public Job<Migration> migrate(MigrationFile file, List<String> devices, Attendant attendant) {
    Map<String, Object> with = new LinkedHashMap<>();
    with.put("migration", file.plan().name());
    with.put("sha256", file.file().sha256());
    with.put("from", file.plan().from());
    with.put("to", file.plan().to());
    with.put("devices", devices);
    return jobs.start(
        new JobRequest("catalog.migrate", "", with),
        attendant,
        context ->
            new MigrateRun(catalog, new MigrationLog(audit), file, time)
                .run(cards.get(), devices, context));
  }

  /// Takes everything off a device that its users left on it, after the last digits of its IMEI
  /// were typed; what was proven of it.
  public Job<Sanitation> sanitise(String id, Attendant attendant) {
    return sanitise(id, Optional.empty(), attendant);
  }

  /// The same, with a certificate as PDF in a folder, which the job's note names.
  public Job<Sanitation> sanitise(String id, Optional<Path> folder, Attendant attendant) {
    return jobs.start(
        JobRequest.of("catalog.sanitise", id),
        attendant,
        context -> {
          Sanitation made =
              new SanitiseRun(
                      devices.device(id),
                      cards.get(),
                      catalog,
                      audit,
                      context,
                      new WithinJob(context, id, time))
                  .run(sanitations());
          folder.ifPresent(
              each -> context.note().accept("the certificate is in " + certificate(made, each)));
          if (!made.clean()) {
            context.note().accept(made.verdict());
          }
          return made;
        });
  }

  private Path certificate(Sanitation made, Path folder) {
    byte[] pdf = new CleanCertificate(made, certified(made, false), false).pdf();
    return written(folder, made.number() + ".pdf", pdf);
  }

  /// How the log stands, for a paper that witnesses it; a paper with whole identifiers needs the
  /// right to disclose. It is recorded.
  public Anchor certified(Sanitation made, boolean identified) {
    if (identified) {
      audit.people().require(Actor.Right.DISCLOSE, "see identifiers in clear");
    }
    var unused =
        audit.append(
            new Event.Book(
                "certified", Map.of("certificate", made.number(), "identified", identified)));
    return audit.anchor();
  }

  /// What is wanted of a device that was sanitised: an order, its confirmation code, and whether it
  /// may be one of which not all was proven.
  public record Reprovision(
      String device, ActivationCode code, Optional<char[]> confirmation, boolean unproven) {
    /// The code is a secret.
    @Override
    public String toString() {
      return "Reprovision";
    }
  }

  /// What came of it: the certificate that it is linked to, and the switch to the new profile.
  public record Reprovisioned(Sanitation certificate, ProvenSwitch.Outcome outcome) {}

  /// Provisions a device anew that was sanitised before; the record is linked to its certificate.
  public Job<Reprovisioned> reprovision(Reprovision wish, Attendant attendant) {
    return jobs.start(
        new JobRequest("catalog.reprovision", wish.device(), Map.of("server", wish.code().host())),
        attendant,
        context ->
            new ReprovisionRun(
                    devices.device(wish.device()),
                    cards.get(),
                    context,
                    new WithinJob(context, wish.device(), time))
                .run(wish, sanitations()));
  }

  private SanitationLog sanitations() {
    return new SanitationLog(audit, audit::reveal);
  }

  /// Asks the operator: the text of a ticket to be sent to it. With whole identifiers it needs the
  /// right to disclose.
  public Job<String> ticket(CatalogProfile profile, boolean identified, Attendant attendant) {
    if (identified) {
      audit.people().require(Actor.Right.DISCLOSE, "see identifiers in clear");
    }
    return jobs.start(
        request("catalog.ticket", "", profile, ""),
        attendant,
        _ -> retirements.ticket(profile, retirement(profile), identified));
  }

  /// The same as a file in a folder, with shortened identifiers; where it lies.
  public Job<Path> ticket(CatalogProfile profile, Path folder, Attendant attendant) {
    return jobs.start(
        request("catalog.ticket", "", profile, ""),
        attendant,
        _ -> {
          Retirement now = retirement(profile);
          String text = retirements.ticket(profile, now, false);
          return written(folder, "ticket-" + now.number() + ".json", text.getBytes(UTF_8));
        });
  }

  private static Path written(Path folder, String name, byte[] bytes) {
    Path file = folder.resolve(name);
    try {
      Files.createDirectories(folder);
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new Fault(JobCodes.UNWRITABLE, "writing a file", file.toString(), e.getMessage(), e);
    }
  }

  private static JobRequest request(String act, String device, CatalogProfile profile, String why) {
    Map<String, Object> with = new LinkedHashMap<>();
    profile.iccid().ifPresent(iccid -> with.put("iccid", iccid));
    with.put("name", profile.name());
    if (!why.isEmpty()) {
      with.put("why", why);
    }
    return new JobRequest(act, device, with);
  }
}
