package simwright.job;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Question;
import simwright.at.command.ReadAuthentication;
import simwright.audit.Audit;
import simwright.catalog.ApnSetting;
import simwright.catalog.Catalog;
import simwright.catalog.CatalogCodes;
import simwright.catalog.CatalogProfile;
import simwright.catalog.access.ApnComparison;
import simwright.catalog.access.ApnMismatch;
import simwright.catalog.access.ApnRepair;
import simwright.catalog.access.ApnRule;
import simwright.catalog.access.ApnRules;
import simwright.catalog.access.FoundContext;
import simwright.device.AccessChange;
import simwright.device.AccessReading;
import simwright.device.Device;
import simwright.device.DeviceSet;
import simwright.device.Snapshot;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.identity.Redactor;
import simwright.journal.Alarm;
import simwright.journal.Event;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.rollout.Alarms;
import simwright.time.Time;

/// What a person can do about access points: hold those of a device against the rules, which raises
/// an alarm where they differ and clears it where they do not, and mend what differs in one action.
public final class ApnActs {
  private static final String ALARM = "apn/";
  private static final Duration TYPING = Duration.ofMinutes(2);

  private final Jobs jobs;
  private final DeviceSet devices;
  private final Catalog catalog;
  private final CatalogActs acts;
  private final Alarms alarms;
  private final Audit audit;
  private final Time time;
  private final Value<Map<String, ApnReport>> latest = new Value<>(Map.of());

  /// Of these devices, by the rules that `acts` has for this catalog.
  public ApnActs(
      Jobs jobs,
      DeviceSet devices,
      Catalog catalog,
      CatalogActs acts,
      Alarms alarms,
      Audit audit,
      Time time) {
    this.jobs = jobs;
    this.devices = devices;
    this.catalog = catalog;
    this.acts = acts;
    this.alarms = alarms;
    this.audit = audit;
    this.time = time;
  }

  /// The last comparison of each device in this program, by its id.
  public Observable<Map<String, ApnReport>> latest() {
    return latest;
  }

  /// Whether anybody says which access points a device ought to have, as far as it is known.
  boolean ruled(Snapshot known) {
    return rule(known).isPresent();
  }

  /// Reads the access points of a device and holds them against the rule for its profile.
  public Job<ApnReport> check(String id, Attendant attendant) {
    return jobs.start(
        JobRequest.of("apn.check", id),
        attendant,
        context -> {
          context.progress().at("reading access points", 0, 0);
          ApnReport report = compared(context, open(id, context.cancel()), true);
          look(report);
          return report;
        });
  }

  /// Mends all that differs, and reads it back; throws `catalog/not-mended` where it still differs
  /// or the device does not come up with it, and puts back what was up before.
  public Job<ApnRepaired> repair(String id, Attendant attendant) {
    return jobs.start(
        JobRequest.of("apn.repair", id),
        attendant,
        context -> {
          Device device = open(id, context.cancel());
          context.progress().at("reading access points", 0, 0);
          ApnReport before = compared(context, device, true);
          look(before);
          if (before.rule().isEmpty()) {
            throw new Fault(CatalogCodes.NO_ACCESS_RULE, "mending access points", id);
          }
          ApnRepair repair = before.repair();
          if (!repair.possible()) {
            return new ApnRepaired(before, repair, up(before), before);
          }
          context.note().accept(repair.words());
          return mended(context, device, before);
        });
  }

  private ApnRepaired mended(JobContext context, Device device, ApnReport before) {
    ApnRepair repair = before.repair();
    List<AccessChange.Order> orders = orders(repair, context.attendant(), device.id());
    context.progress().at(repair.reattach() ? "attaching anew" : "setting contexts", 0, 0);
    AccessChange.Outcome outcome =
        AccessChange.carry(device, orders, repair.reattach(), time, context.cancel());
    ApnReport now = compared(context, device, false);
    look(now);
    List<ApnMismatch> left =
        now.mismatches().stream().filter(each -> each.kind() != ApnMismatch.Kind.CARD).toList();
    if (outcome.refused().isPresent() || !outcome.up() || !left.isEmpty()) {
      throw new Fault(
          CatalogCodes.NOT_MENDED, "mending access points", device.id(), why(outcome, left), null);
    }
    return new ApnRepaired(before, repair, outcome.up(), now);
  }

  private static boolean up(ApnReport report) {
    return report.contexts().stream().anyMatch(FoundContext::active);
  }

  private static String why(AccessChange.Outcome outcome, List<ApnMismatch> left) {
    String what =
        outcome
            .refused()
            .map(code -> "the device refused with " + code)
            .orElse(
                outcome.up()
                    ? left.getFirst().words()
                    : "the context did not come up with what was set");
    return what
        + (outcome.restored() ? "; what was there before was put back, and is up again" : "");
  }

  private static List<AccessChange.Order> orders(
      ApnRepair repair, Attendant attendant, String device) {
    return repair.changes().stream()
        .map(each ->
            new AccessChange.Order(
                each.cid(),
                each.defines()
                    ? Optional.of(
                        new AccessChange.Definition(each.type(), each.setting().apn().value()))
                    : Optional.empty(),
                each.signsIn() ? Optional.of(signIn(each, attendant, device)) : Optional.empty()))
        .toList();
  }

  private static AccessChange.SignIn signIn(
      ApnRepair.Change change, Attendant attendant, String device) {
    ApnSetting setting = change.setting();
    if (!change.needsPassword()) {
      return new AccessChange.SignIn(0, "", "");
    }
    char[] typed =
        attendant
            .ask(
                new Question.Secret(
                    "Password for the access point " + setting.apn(),
                    "The catalog keeps no passwords. It is sent to the device and kept nowhere.",
                    TYPING))
            .orElseThrow(
                () -> new Fault(CatalogCodes.NO_PASSWORD, "mending access points", device));
    return new AccessChange.SignIn(
        setting.signIn() == ApnSetting.SignIn.PAP ? 1 : 2, setting.user(), new String(typed));
  }

  private Device open(String id, Cancel cancel) {
    Device device = devices.device(id);
    var unused = device.isOpen() ? device.refresh(cancel) : device.connect(cancel);
    return device;
  }

  /// `noticing` where what is otherwise than the last time was not changed from here.
  private ApnReport compared(JobContext context, Device device, boolean noticing) {
    AccessReading reading = AccessChange.read(device, context.cancel());
    if (reading.why().isPresent()) {
      throw new Fault(reading.why().get(), "reading access points", device.id());
    }
    Snapshot known = device.view().get().snapshot();
    Optional<CatalogProfile> profile = profile(known);
    Optional<ApnRule> rule = rule(known);
    int first = device.profile().firstContext();
    List<FoundContext> contexts = reading.contexts().stream().map(ApnActs::found).toList();
    List<ApnMismatch> mismatches =
        rule.map(each -> ApnComparison.of(each, contexts, first, reading.allowed()))
            .orElse(List.of());
    String label =
        profile
            .map(CatalogProfile::words)
            .or(() -> known.iccid().value().map(Iccid::redacted))
            .orElse("no profile");
    AccessMemory memory = new AccessMemory(audit);
    AccessMemory.Seen seen = AccessMemory.Seen.of(label, contexts, reading.allowed());
    Optional<ApnReport.Changed> changed = Optional.empty();
    if (noticing) {
      changed = memory.seen(context.id(), device.id(), seen);
    } else {
      memory.changed(context.id(), device.id(), seen);
    }
    return new ApnReport(
        device.id(),
        time.now(),
        label,
        rule,
        contexts,
        reading.allowed(),
        mismatches,
        rule.map(each -> ApnRepair.of(each, mismatches, contexts, first))
            .orElse(new ApnRepair(List.of(), false)),
        changed);
  }

  private Optional<CatalogProfile> profile(Snapshot known) {
    return known.iccid().value().flatMap(catalog::of);
  }

  private Optional<ApnRule> rule(Snapshot known) {
    return new ApnRules(acts.rules().operators())
        .of(new ApnRules.Subject(profile(known), known.iccid().value(), known.imsi().value()));
  }

  private static FoundContext found(AccessReading.Context each) {
    Optional<ApnSetting.SignIn> how =
        each.signIn()
            .map(one ->
                switch (one.protocol()) {
                  case 0 -> ApnSetting.SignIn.NONE;
                  case 1 -> ApnSetting.SignIn.PAP;
                  default -> ApnSetting.SignIn.CHAP;
                });
    return new FoundContext(
        each.cid(),
        each.type(),
        each.apn(),
        each.active(),
        each.granted(),
        how,
        each.signIn().map(ReadAuthentication.SignIn::user).orElse(""));
  }

  /// Raises the alarm of a device where its access points differ and none stands in the same words,
  /// and clears it where they do not.
  private void look(ApnReport report) {
    var unused = latest.update(old -> with(old, report));
    String id = Redactor.redact(ALARM + report.device());
    Optional<Alarm> standing =
        alarms.standing().stream().filter(each -> each.id().equals(id)).findFirst();
    if (report.mismatches().isEmpty()) {
      standing.ifPresent(each -> tell(id, "cleared", report.device(), each.text()));
      return;
    }
    String text = Redactor.redact(words(report));
    if (standing.filter(each -> each.text().equals(text)).isEmpty()) {
      tell(id, "raised", report.device(), text);
    }
  }

  private static Map<String, ApnReport> with(Map<String, ApnReport> old, ApnReport report) {
    Map<String, ApnReport> all = new HashMap<>(old);
    all.put(report.device(), report);
    return Map.copyOf(all);
  }

  private static String words(ApnReport report) {
    return report.device()
        + ", "
        + report.profile()
        + ": "
        + String.join("; ", report.mismatches().stream().map(ApnMismatch::words).toList());
  }

  private void tell(String id, String what, String device, String text) {
    var unused = audit.append(new Event.Alarmed(id, what, device, text));
  }
}
