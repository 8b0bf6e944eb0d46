package simwright.catalog.reconcile;

import java.util.List;
import java.util.Set;
import simwright.identity.Eid;
import simwright.identity.Iccid;

/// What a card says: its EID, its profiles, and those of which a server is still to be told.
public record CardProfiles(Eid eid, List<OnCard> profiles, Set<Iccid> pending) {
  public CardProfiles {
    profiles = List.copyOf(profiles);
    pending = Set.copyOf(pending);
  }

  /// A profile on a card: what it is called there and who provides it, "" where the card does not
  /// say.
  public record OnCard(Iccid iccid, boolean enabled, String name, String provider) {}
}
