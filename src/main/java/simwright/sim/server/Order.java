package simwright.sim.server;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import simwright.identity.Eid;
import simwright.tlv.Octets;

/// An order for a profile at an SM-DP+ (SGP.22 clause 3.1.6): where it stands, for which card, with
/// which confirmation code, and how often it may be tried.
final class Order {
  /// Where it stands.
  enum State {
    AVAILABLE,
    ALLOCATED,
    LINKED,
    CONFIRMED,
    RELEASED,
    DOWNLOADED,
    INSTALLED,
    ERROR,
    UNAVAILABLE
  }

  private static final int ATTEMPTS = 10;
  private static final int CODE_TRIES = 3;

  private final Offer offer;
  private State state = State.AVAILABLE;
  private String matchingId = "";
  private @Nullable Eid eid;
  private String confirmationCode = "";
  private int attempts;
  private int wrongCodes;
  private @Nullable Octets point;
  private @Nullable Eid bound;
  private @Nullable String owner;
  private @Nullable String smds;
  private Instant until = Instant.MAX;

  Order(Offer offer) {
    this.offer = offer;
  }

  Offer offer() {
    return offer;
  }

  State state() {
    return state;
  }

  void state(State next) {
    state = next;
  }

  String matchingId() {
    return matchingId;
  }

  void matchingId(String id) {
    matchingId = id;
  }

  Optional<Eid> eid() {
    return Optional.ofNullable(eid);
  }

  void eid(Eid card) {
    eid = card;
  }

  String confirmationCode() {
    return confirmationCode;
  }

  void confirmationCode(String code) {
    confirmationCode = code;
  }

  /// The operator that ordered it; empty where the bench itself did.
  Optional<String> owner() {
    return Optional.ofNullable(owner);
  }

  void owner(String operator) {
    owner = operator;
  }

  /// The SM-DS that is to know of it once it is released.
  Optional<String> smds() {
    return Optional.ofNullable(smds);
  }

  void smds(String address) {
    smds = address;
  }

  /// Until when it may be fetched.
  void until(Instant end) {
    until = end;
  }

  /// Whether its time is over.
  boolean expired(Instant now) {
    return now.isAfter(until);
  }

  /// Another attempt; false where there were too many.
  boolean attempt() {
    attempts++;
    return attempts <= ATTEMPTS;
  }

  /// Another wrong confirmation code; false where it was the last allowed.
  boolean wrongCode() {
    wrongCodes++;
    return wrongCodes < CODE_TRIES;
  }

  /// The card's key that a package was bound to, so that an interrupted download goes on with it.
  Optional<Octets> point() {
    return Optional.ofNullable(point);
  }

  /// Bound to a card and its key.
  void bind(Eid card, Octets key) {
    bound = card;
    point = key;
  }

  Optional<Eid> bound() {
    return Optional.ofNullable(bound);
  }
}
