package simwright.keys;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What is known of a key that servers know a caller by: its name here, its public key's SHA-256
/// (64 hex digits), its certificate, since when it is kept, whether it may still be used, and until
/// when where its time is counted.
public record ClientIdentity(
    String name,
    String fingerprint,
    Shown shown,
    Instant since,
    State state,
    Instant changed,
    Optional<Instant> ends) {
  private static final int SHORT = 16;

  /// What its certificate says: whom it names, the object identifier if it has one, and from when
  /// until when.
  public record Shown(String subject, Optional<String> oid, Instant from, Instant until) {}

  /// Whether it may be used.
  public enum State {
    /// It may.
    KEPT,
    /// Another key took its name; this one may be used until a day, then it is destroyed here.
    RETIRING,
    /// Another key took its name; this one was destroyed here.
    REPLACED,
    /// Somebody else may have it: it is never used again, and was destroyed here.
    COMPROMISED;

    /// As it is written.
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether it may be used.
  public boolean usable() {
    return state == State.KEPT || state == State.RETIRING;
  }

  /// How long it was in use, or is by now, in whole days.
  public long ageDays(Instant now) {
    return Duration.between(since, usable() ? now : changed).toDays();
  }

  /// Whole days until its certificate runs out; negative afterwards.
  public long daysLeft(Instant now) {
    return Duration.between(now, shown.until()).toDays();
  }

  /// By which name this one alone is meant, where others share its name.
  public String exactly() {
    return name + "@" + fingerprint.substring(0, SHORT);
  }

  ClientIdentity now(State next, Instant at, Optional<Instant> until) {
    return new ClientIdentity(name, fingerprint, shown, since, next, at, until);
  }
}
