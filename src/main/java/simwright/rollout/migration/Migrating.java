package simwright.rollout.migration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.ask.Cancel;
import simwright.catalog.Catalog;
import simwright.catalog.CatalogCodes;
import simwright.catalog.CatalogProfile;
import simwright.catalog.Field;
import simwright.catalog.LifecycleState;
import simwright.catalog.ProfileText;
import simwright.catalog.migration.MigrationPair;
import simwright.catalog.migration.MigrationPlan;
import simwright.fault.Fault;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.rollout.migration.MigrationHands.CardNow;

/// Carries a plan out on the card of one device, from wherever the log and the card say it stands:
/// nothing old is deleted before the new profile was proven, and what fails goes back to the
/// profile that was in use at the beginning.
public final class Migrating {
  private final Catalog catalog;
  private final MigrationLog log;
  private final MigrationPlan plan;
  private final MigrationHands hands;

  /// Of this plan, on the card of a device.
  public Migrating(Catalog catalog, MigrationLog log, MigrationPlan plan, MigrationHands hands) {
    this.catalog = catalog;
    this.log = log;
    this.plan = plan;
    this.hands = hands;
  }

  /// What came of one pair on a device: how it stands, and the fault that stopped it.
  public record Outcome(
      MigrationPair pair, String device, MigrationState state, Optional<Fault> stopped) {}

  /// Migrates what of the plan is on this card; throws the fault that keeps the card from being
  /// read.
  public List<Outcome> run(List<MigrationPair> pairs) {
    CardNow card = hands.look();
    return pairs.stream()
        .filter(each -> each.old().eid().filter(card.eid()::equals).isPresent())
        .map(each -> one(each, card))
        .toList();
  }

  private Outcome one(MigrationPair pair, CardNow card) {
    Optional<Fault> stopped = Optional.empty();
    try {
      if (!state(pair).reached(MigrationStep.DONE)) {
        migrate(pair, card);
      }
    } catch (Fault fault) {
      stopped = Optional.of(fault);
      String why = fault.code() + fault.evidence().map(words -> ", " + words).orElse("");
      log.failed(plan.name(), pair, hands.device(), why + "; " + back(pair));
      if (fault.code().equals(Cancel.CANCELLED)) {
        throw fault;
      }
    }
    return new Outcome(pair, hands.device(), state(pair), stopped);
  }

  private void migrate(MigrationPair pair, CardNow card) {
    Iccid fresh = iccid(pair.fresh());
    if (!state(pair).reached(MigrationStep.BEGUN)) {
      begin(pair, card);
    }
    if (!card.has(fresh)) {
      hands.download(pair.order());
      there(fresh);
    }
    if (!state(pair).reached(MigrationStep.DOWNLOADED)) {
      arrived(pair, card.eid());
    }
    if (!state(pair).reached(MigrationStep.PROVEN)) {
      prove(pair, fresh);
    }
    if (plan.deletesOld()) {
      deleteOld(pair, fresh);
    }
    standbyAgain(pair);
    reached(pair, MigrationStep.DONE);
  }

  private void begin(MigrationPair pair, CardNow card) {
    if (!card.has(iccid(pair.old()))) {
      throw new Fault(
          CatalogCodes.OTHER_CARD,
          "migrating a profile",
          hands.device(),
          pair.old().words() + " is not on it, whatever the catalog says",
          null);
    }
    String stable = card.inUse().map(this::known).orElse("");
    log.reached(plan.name(), pair, MigrationStep.BEGUN, hands.device(), stable);
  }

  private String known(Iccid inUse) {
    return catalog
        .of(inUse)
        .map(CatalogProfile::key)
        .orElseThrow(() ->
            new Fault(
                CatalogCodes.NO_PROFILE,
                "migrating a profile",
                hands.device(),
                "the profile in use is not in the catalog, so that nobody could go back to it",
                null));
  }

  private void arrived(MigrationPair pair, Eid eid) {
    CatalogProfile fresh = now(pair.fresh());
    if (fresh.eid().filter(eid::equals).isEmpty()) {
      fresh = catalog.change(ProfileText.with(fresh, Map.of(Field.EID, eid.value())), because());
    }
    if (!fresh.state().onCard()) {
      lead(fresh, LifecycleState.INSTALLED);
    }
    reached(pair, MigrationStep.DOWNLOADED);
  }

  private void there(Iccid fresh) {
    if (!hands.look().has(fresh)) {
      throw new Fault(
          CatalogCodes.BROKEN_PLAN,
          "downloading the new version",
          hands.device(),
          "the order brought another profile than the plan says, which stays disabled",
          null);
    }
  }

  /// Done again where the program ended before it could be written: to prove what is in use changes
  /// nothing.
  private void prove(MigrationPair pair, Iccid fresh) {
    Optional<String> lacks = hands.enable(fresh);
    if (lacks.isPresent()) {
      throw new Fault(
          CatalogCodes.NOT_PROVEN, "proving the new version", hands.device(), lacks.get(), null);
    }
    follow(pair, fresh);
    reached(pair, MigrationStep.PROVEN);
  }

  /// What was proven once may have been taken out of use since: then it is not the time to delete
  /// what a device could go back to.
  private void deleteOld(MigrationPair pair, Iccid fresh) {
    Iccid old = iccid(pair.old());
    CardNow card = hands.look();
    if (card.has(old)) {
      boolean serves = card.inUse().filter(each -> !each.equals(old)).isPresent();
      if (!serves || !card.has(fresh)) {
        prove(pair, fresh);
      }
      hands.delete(old);
      if (hands.look().has(old)) {
        throw new Fault(
            CatalogCodes.NOT_PROVEN,
            "deleting the old version",
            hands.device(),
            "the card still has it",
            null);
      }
    }
    if (now(pair.old()).state() != LifecycleState.DELETED) {
      lead(pair.old(), LifecycleState.DELETED);
    }
    reached(pair, MigrationStep.OLD_DELETED);
  }

  /// A profile that only waited beside the one in use is replaced by one that waits.
  private void standbyAgain(MigrationPair pair) {
    String stable = state(pair).stable();
    if (stable.isEmpty() || stable.equals(pair.old().key())) {
      return;
    }
    Iccid former = iccid(byKey(stable, pair.old()));
    CardNow card = hands.look();
    if (card.has(former) && card.inUse().filter(former::equals).isEmpty()) {
      Optional<String> lacks = hands.enable(former);
      if (lacks.isPresent()) {
        throw new Fault(
            CatalogCodes.NOT_PROVEN,
            "going back to the profile that was in use",
            hands.device(),
            lacks.get(),
            null);
      }
      follow(pair, former);
    }
  }

  /// The last stable profile in use again, as far as the card can be asked; what was done, in
  /// words.
  private String back(MigrationPair pair) {
    try {
      String key = stable(pair);
      if (key.isEmpty()) {
        return state(pair).reached(MigrationStep.BEGUN)
            ? "no profile was in use before"
            : "nothing was changed";
      }
      Iccid stable = iccid(byKey(key, pair.old()));
      CardNow card = hands.look();
      if (card.inUse().filter(stable::equals).isPresent()) {
        follow(pair, stable);
        return "the last stable profile is in use";
      }
      if (!card.has(stable)) {
        return "the last stable profile is not on the card any more";
      }
      Optional<String> lacks = hands.enable(stable);
      follow(pair, stable);
      return "it went back to the last stable profile"
          + lacks.map(words -> ", whose proof lacks: " + words).orElse(", which was proven");
    } catch (Fault unreached) {
      return "the way back to the last stable profile is open (" + unreached.code() + ")";
    }
  }

  /// The catalog follows the card.
  private void follow(MigrationPair pair, Iccid inUse) {
    for (String key : List.of(pair.old().key(), pair.fresh().key(), state(pair).stable())) {
      CatalogProfile each = byKey(key, pair.old());
      boolean its = each.iccid().filter(inUse::equals).isPresent();
      if (its && each.state() != LifecycleState.ENABLED) {
        lead(each, LifecycleState.ENABLED);
      } else if (!its && each.state() == LifecycleState.ENABLED) {
        lead(each, LifecycleState.DISABLED);
      }
    }
  }

  private void lead(CatalogProfile profile, LifecycleState to) {
    CatalogProfile now = now(profile);
    if (now.state() != to) {
      var unused = catalog.lead(now, to, because());
    }
  }

  private CatalogProfile now(CatalogProfile profile) {
    return byKey(profile.key(), profile);
  }

  private CatalogProfile byKey(String key, CatalogProfile other) {
    return catalog.all().stream().filter(each -> each.key().equals(key)).findFirst().orElse(other);
  }

  private String because() {
    return "migration " + plan.name();
  }

  private MigrationState state(MigrationPair pair) {
    return log.of(plan.name(), pair);
  }

  private void reached(MigrationPair pair, MigrationStep step) {
    if (!state(pair).reached(step)) {
      log.reached(plan.name(), pair, step, hands.device(), "");
    }
  }

  /// The profile to go back to: the one in use at the beginning, or the new one once it was proven.
  private String stable(MigrationPair pair) {
    MigrationState state = state(pair);
    boolean replaced =
        state.reached(MigrationStep.PROVEN) && state.stable().equals(pair.old().key());
    return replaced ? pair.fresh().key() : state.stable();
  }

  private static Iccid iccid(CatalogProfile profile) {
    return profile
        .iccid()
        .orElseThrow(() ->
            new Fault(
                CatalogCodes.NO_PROFILE,
                "migrating a profile",
                profile.name(),
                "its ICCID is forgotten",
                null));
  }
}
