package simwright.rollout.migration;

import java.util.List;
import java.util.Optional;
import simwright.catalog.migration.MigrationPlan;
import simwright.identity.Eid;
import simwright.identity.Iccid;

/// What a migration has done on the card of one device by others, each of which writes into the log
/// what came of it.
public interface MigrationHands {
  /// A profile on the card.
  record OnCard(Iccid iccid, boolean enabled) {}

  /// What the card says.
  record CardNow(Eid eid, List<OnCard> profiles) {
    public CardNow {
      profiles = List.copyOf(profiles);
    }

    /// Whether a profile is on it.
    public boolean has(Iccid iccid) {
      return profiles.stream().anyMatch(each -> each.iccid().equals(iccid));
    }

    /// The profile in use.
    public Optional<Iccid> inUse() {
      return profiles.stream().filter(OnCard::enabled).map(OnCard::iccid).findFirst();
    }
  }

  /// The device's id.
  String device();

  /// Reads its card.
  CardNow look();

  /// Downloads what an order brings, after consent.
  void download(MigrationPlan.Order order);

  /// Enables a profile and proves it; what its proof lacks, empty where it was proven.
  Optional<String> enable(Iccid profile);

  /// Deletes a profile; that was consented to with the plan.
  void delete(Iccid profile);
}
