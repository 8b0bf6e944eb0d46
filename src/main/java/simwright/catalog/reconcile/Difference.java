package simwright.catalog.reconcile;

import java.util.Optional;
import simwright.catalog.CatalogProfile;
import simwright.catalog.LifecycleState;

/// Where the catalog and a card differ: the profile as the catalog would have it to agree, in words
/// without a full stop, the state it would come to, and the one act that mends it.
public record Difference(
    Kind kind,
    CatalogProfile profile,
    Optional<LifecycleState> state,
    Action action,
    String words) {
  /// What differs.
  public enum Kind {
    /// It is on the card, but not in the catalog.
    NOT_IN_CATALOG("not-in-catalog"),
    /// The catalog says that it is on this card, which has it no more.
    GONE("gone"),
    /// It is in another state than the catalog says.
    STATE("state"),
    /// The catalog says that it is on another card, or on none.
    ELSEWHERE("elsewhere"),
    /// The catalog says that it is no more, yet here it is.
    WITHDRAWN("withdrawn"),
    /// A server was not told yet.
    NOTIFICATION("notification");

    private final String key;

    Kind(String key) {
      this.key = key;
    }

    /// As results spell it.
    public String key() {
      return key;
    }
  }

  /// What mends it.
  public enum Action {
    /// Take it into the catalog as the card tells it.
    ADD("add", "Add to catalog"),
    /// Take it to the state that the card tells.
    FOLLOW("follow", "Follow the card"),
    /// Note that it is on this card.
    NOTE_CARD("note-card", "Note this card"),
    /// Tell the servers what the card has to tell.
    DELIVER("deliver", "Deliver notification"),
    /// Delete it from the card, which a person does themselves.
    DELETE_FROM_CARD("delete-from-card", "Delete from card");

    private final String key;
    private final String words;

    Action(String key, String words) {
      this.key = key;
      this.words = words;
    }

    /// As results spell it.
    public String key() {
      return key;
    }

    /// As a button says it.
    public String words() {
      return words;
    }
  }
}
