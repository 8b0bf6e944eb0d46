package simwright.job;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.ask.Cancel;
import simwright.ask.Question;
import simwright.catalog.Catalog;
import simwright.catalog.CatalogProfile;
import simwright.catalog.migration.MigrationFile;
import simwright.catalog.migration.MigrationPair;
import simwright.catalog.migration.MigrationPlan;
import simwright.fault.Fault;
import simwright.lpa.LpaCodes;
import simwright.rollout.migration.Migrating;
import simwright.rollout.migration.MigrationLog;
import simwright.rollout.migration.MigrationState;
import simwright.rollout.migration.MigrationStep;
import simwright.rsp.ActivationCode;
import simwright.time.Time;

/// Carries a migration plan out on some devices, one after the other, once a person has agreed to
/// the plan as a whole.
final class MigrateRun {
  private static final Duration PERSON = Duration.ofMinutes(2);

  private final Catalog catalog;
  private final MigrationLog log;
  private final MigrationFile file;
  private final Time time;
  private final Map<Integer, Migrating.Outcome> met = new LinkedHashMap<>();
  private final List<LifecycleActs.Unread> unread = new ArrayList<>();

  MigrateRun(Catalog catalog, MigrationLog log, MigrationFile file, Time time) {
    this.catalog = catalog;
    this.log = log;
    this.file = file;
    this.time = time;
  }

  /// How it stands, and what would be done; nothing is asked of a device or server.
  LifecycleActs.Migration stands() {
    List<MigrationPair> pairs = checked();
    return new LifecycleActs.Migration(
        file.plan(), pairs.stream().map(this::line).toList(), List.copyOf(unread), without());
  }

  /// Carries it out.
  LifecycleActs.Migration run(CardActs cards, List<String> devices, JobContext context) {
    List<MigrationPair> pairs = checked();
    List<MigrationPair> open =
        pairs.stream().filter(each -> !state(each).reached(MigrationStep.DONE)).toList();
    if (!open.isEmpty()) {
      consented(context, open.size());
    }
    int failures = 0;
    for (String device : devices) {
      context.cancel().check("migrating", device);
      if (failures >= file.plan().mostFailures()) {
        unread.add(new LifecycleActs.Unread(device, "not begun: " + failures + " failed before"));
      } else {
        failures += on(device, cards, pairs, context);
      }
    }
    return stands();
  }

  private int on(String device, CardActs cards, List<MigrationPair> pairs, JobContext context) {
    WithinJob within = new WithinJob(context, device, time);
    MigrateHands hands = new MigrateHands(cards, device, within, context.attendant());
    try {
      List<Migrating.Outcome> outcomes = new Migrating(catalog, log, file.plan(), hands).run(pairs);
      outcomes.forEach(each -> met.put(each.pair().number(), each));
      if (outcomes.isEmpty()) {
        unread.add(new LifecycleActs.Unread(device, "no profile of the plan is on its card"));
      }
      return (int) outcomes.stream().filter(each -> each.stopped().isPresent()).count();
    } catch (Fault fault) {
      if (fault.code().equals(Cancel.CANCELLED)) {
        throw fault;
      }
      unread.add(
          new LifecycleActs.Unread(
              device, fault.code() + fault.evidence().map(why -> ", " + why).orElse("")));
      return 1;
    }
  }

  /// The plan, its profiles and its codes, before anything is done.
  private List<MigrationPair> checked() {
    List<MigrationPlan.Order> orders = file.plan().orders();
    for (int i = 0; i < orders.size(); i++) {
      try {
        ActivationCode code = ActivationCode.read(orders.get(i).code());
        if (code.confirmationNeeded() && orders.get(i).confirmation().isEmpty()) {
          throw file.wrong(i, "code", "it asks for a confirmation code, and none is given");
        }
      } catch (Fault wrong) {
        throw wrong.code().layer().equals("catalog")
            ? wrong
            : file.wrong(i, "code", "no activation code: " + wrong.code());
      }
    }
    return file.pairs(catalog);
  }

  private List<String> without() {
    return file.without(catalog).stream().map(CatalogProfile::words).toList();
  }

  private LifecycleActs.Migrated line(MigrationPair pair) {
    Optional<Migrating.Outcome> here = Optional.ofNullable(met.get(pair.number()));
    return new LifecycleActs.Migrated(
        pair,
        state(pair),
        here.map(Migrating.Outcome::device).orElse(""),
        here.flatMap(Migrating.Outcome::stopped),
        next(state(pair)));
  }

  private String next(MigrationState state) {
    String deletes = file.plan().deletesOld() ? ", then delete the old one" : "";
    return switch (state.step()) {
      case WAITING, BEGUN -> "download the new one, switch to it with proof" + deletes;
      case DOWNLOADED -> "switch to the new one with proof" + deletes;
      case PROVEN -> file.plan().deletesOld() ? "delete the old one" : "nothing but the record";
      case OLD_DELETED -> "nothing but the record";
      case DONE -> "";
    };
  }

  private MigrationState state(MigrationPair pair) {
    return log.of(file.plan().name(), pair);
  }

  private void consented(JobContext context, int count) {
    MigrationPlan plan = file.plan();
    String what =
        (count == 1 ? "One profile" : count + " profiles")
            + " of version "
            + plan.from()
            + " will be replaced by version "
            + plan.to()
            + ": downloaded, switched to and proven";
    Question<Boolean> question =
        plan.deletesOld()
            ? new Question.TypedConfirmation(
                "Migrate profiles",
                what
                    + ". Each old one is deleted for good once the new one was proven. Type the"
                    + " name of the plan, "
                    + plan.name()
                    + ".",
                plan.name(),
                PERSON)
            : new Question.Consent(
                "Migrate profiles?", what + ". The old ones stay, disabled.", "Migrate", PERSON);
    if (!context.attendant().ask(question).orElse(false)) {
      throw new Fault(LpaCodes.UNCONFIRMED, "asking for consent", plan.name());
    }
  }
}
