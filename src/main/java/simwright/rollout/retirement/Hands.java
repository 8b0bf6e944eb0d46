package simwright.rollout.retirement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import simwright.identity.Eid;
import simwright.identity.Iccid;

/// What a retirement has done by others, each of which writes into the log what came of it.
public interface Hands {
  /// A profile as its card shows it, and the servers that are to hear of its deletion.
  record OnCard(boolean enabled, List<String> servers) {
    public OnCard {
      servers = List.copyOf(servers);
    }
  }

  /// What a card says: who it is, the profile where it is there, and the servers to whom it still
  /// has to tell that it is gone.
  record CardNow(Eid eid, Optional<OnCard> profile, Set<String> waiting) {
    public CardNow {
      waiting = Set.copyOf(waiting);
    }
  }

  /// Ends the order at its server for good.
  void cancelOrder(Iccid profile);

  /// Whether a device is at hand.
  boolean device();

  /// Its id, "" for none.
  String deviceName();

  /// Reads its card.
  CardNow look(Iccid profile);

  /// Disables the profile on it.
  void disable(Iccid profile);

  /// Deletes it from it.
  void delete(Iccid profile);

  /// Has it tell servers what it still has to tell.
  void deliver();
}
