package simwright.rollout.retirement;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// How far the retirement of a profile has come, as the log tells: its number, by which a ticket
/// and its receipt are told together, "" before it was begun; whether the profile came to a card;
/// what was seen; and the servers that are to hear of its deletion, empty where no card has told.
public record Retirement(
    String key,
    String number,
    boolean installed,
    boolean ticket,
    Map<RetirementPart, Seen> seen,
    Optional<Set<String>> servers) {
  private static final List<RetirementPart> ORDERED = List.of(RetirementPart.ORDER_CANCELLED);
  private static final List<RetirementPart> ON_CARD =
      List.of(
          RetirementPart.LINE_SUSPENDED,
          RetirementPart.DISABLED,
          RetirementPart.DELETED,
          RetirementPart.SERVER_TOLD);

  /// That a part was seen: when, by whom, and how.
  public record Seen(Instant at, String by, String how) {}

  public Retirement {
    Map<RetirementPart, Seen> copy = new EnumMap<>(RetirementPart.class);
    copy.putAll(seen);
    seen = copy;
    servers = servers.map(TreeSet::new);
  }

  /// One of which nothing stands in the log.
  static Retirement none(String key, boolean installed) {
    return new Retirement(key, "", installed, false, Map.of(), Optional.empty());
  }

  /// Whether it was begun.
  public boolean begun() {
    return !number.isEmpty();
  }

  /// What has to be seen, in the order in which it usually comes.
  public List<RetirementPart> parts() {
    return installed ? ON_CARD : ORDERED;
  }

  /// What was not seen yet. Who is not on the card any more is not in use there either.
  public List<RetirementPart> missing() {
    return parts().stream().filter(each -> !has(each)).toList();
  }

  /// Whether a part was seen.
  public boolean has(RetirementPart part) {
    return seen.containsKey(part)
        || part == RetirementPart.DISABLED && seen.containsKey(RetirementPart.DELETED);
  }

  /// Whether all was seen.
  public boolean complete() {
    return begun() && missing().isEmpty();
  }

  /// How it stands, in words.
  public String words() {
    return complete()
        ? "retired: all was seen"
        : "revocation incomplete: missing "
            + String.join("; ", missing().stream().map(RetirementPart::words).toList());
  }
}
