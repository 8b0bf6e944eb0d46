package simwright.job;

import java.time.Instant;
import java.util.Optional;
import simwright.identity.Eid;
import simwright.identity.Iccid;

/// An order as this console knows it: the profile and the card while they are not forgotten, where
/// it stands and at which server, whether a confirmation code is asked for, who began it and when,
/// and how far its download came, where that server told. What a server told that was asked for no
/// such order stands apart, in the state `unmatched`. The matching identifier opens the door to the
/// profile and is kept nowhere.
public record PlacedOrder(
    Optional<Iccid> iccid,
    Optional<Eid> eid,
    String state,
    String server,
    boolean confirmationCode,
    String by,
    Instant placed,
    Instant changed,
    Optional<Progress> progress) {
  /// Where it stands that a server told of what it was not asked for.
  public static final String UNMATCHED = "unmatched";

  /// How far a download came, by the server's word: the point, whether it was passed, with which
  /// code not, and when.
  public record Progress(String point, boolean passed, String code, Instant at) {}

  PlacedOrder now(String next, Instant at) {
    return new PlacedOrder(iccid, eid, next, server, confirmationCode, by, placed, at, progress);
  }

  PlacedOrder at(Progress point) {
    return new PlacedOrder(
        iccid, eid, state, server, confirmationCode, by, placed, changed, Optional.of(point));
  }

  PlacedOrder terms(Optional<Eid> card, boolean code) {
    return new PlacedOrder(
        iccid, card.or(() -> eid), state, server, code, by, placed, changed, progress);
  }
}
