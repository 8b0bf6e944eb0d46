package simwright.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How far a profile's life has come. Only the transitions named here are allowed; `EXPIRING` is an
/// installed profile whose term ends soon, in use or not.
public enum LifecycleState {
  /// Known to the catalog, ordered at the server (ES2+ DownloadOrder).
  RESERVED,
  /// Ready to be downloaded (ES2+ ReleaseProfile).
  RELEASED,
  /// The server has handed the package over; the card has not reported.
  DOWNLOADED,
  /// On a card, never enabled.
  INSTALLED,
  /// In use.
  ENABLED,
  /// On a card, not in use.
  DISABLED,
  /// On a card, with a term that ends soon.
  EXPIRING,
  /// Withdrawn together with the operator; it may still be on a card.
  REVOKED,
  /// Gone for good: deleted from the card, or its order cancelled.
  DELETED;

  private static final Map<LifecycleState, Set<LifecycleState>> NEXT =
      new EnumMap<>(LifecycleState.class);

  static {
    NEXT.put(RESERVED, EnumSet.of(RELEASED, REVOKED, DELETED));
    NEXT.put(RELEASED, EnumSet.of(RESERVED, DOWNLOADED, INSTALLED, REVOKED, DELETED));
    NEXT.put(DOWNLOADED, EnumSet.of(RELEASED, INSTALLED, REVOKED, DELETED));
    NEXT.put(INSTALLED, EnumSet.of(ENABLED, EXPIRING, REVOKED, DELETED));
    NEXT.put(ENABLED, EnumSet.of(DISABLED, EXPIRING, REVOKED));
    NEXT.put(DISABLED, EnumSet.of(ENABLED, EXPIRING, REVOKED, DELETED));
    NEXT.put(EXPIRING, EnumSet.of(ENABLED, DISABLED, REVOKED, DELETED));
    NEXT.put(REVOKED, EnumSet.of(DELETED));
    NEXT.put(DELETED, EnumSet.noneOf(LifecycleState.class));
  }

  /// As files and records spell it.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one that a text spells, in whatever case.
  public static Optional<LifecycleState> of(String text) {
    return Stream.of(values()).filter(each -> each.key().equalsIgnoreCase(text.strip())).findAny();
  }

  /// Whether this may be followed by another.
  public boolean leadsTo(LifecycleState next) {
    return NEXT.getOrDefault(this, Set.of()).contains(next);
  }

  /// The fewest steps to another state, which is the last of them; none of those between is an end.
  /// Empty where no way leads there.
  public List<LifecycleState> wayTo(LifecycleState end) {
    Deque<List<LifecycleState>> ways = new ArrayDeque<>(List.of(List.of(this)));
    Set<LifecycleState> seen = EnumSet.of(this, REVOKED);
    seen.remove(end);
    while (!ways.isEmpty()) {
      List<LifecycleState> way = ways.removeFirst();
      for (LifecycleState next : NEXT.getOrDefault(way.getLast(), Set.of())) {
        if (seen.contains(next)) {
          continue;
        }
        seen.add(next);
        List<LifecycleState> longer = new ArrayList<>(way);
        longer.add(next);
        if (next == end) {
          return List.copyOf(longer.subList(1, longer.size()));
        }
        ways.addLast(longer);
      }
    }
    return List.of();
  }

  /// Whether a profile in it is on a card as far as is known.
  public boolean onCard() {
    return switch (this) {
      case INSTALLED, ENABLED, DISABLED, EXPIRING -> true;
      case RESERVED, RELEASED, DOWNLOADED, REVOKED, DELETED -> false;
    };
  }
}
