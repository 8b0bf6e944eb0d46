package simwright.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is known of a kind of device from real results: its bands as it tells them ("" where it
/// does not), how many profiles its card was seen to hold at once, by which ways profiles came onto
/// it, what it is certified for (the newest certification of each plan), how its runs ended at the
/// first try, and when the last one was; `origin` is empty where all that is from this log.
public record RegistryEntry(
    DeviceKind kind,
    String bands,
    Optional<Integer> capacity,
    Set<ProvisioningPath> paths,
    List<Certification> certified,
    Rate firstAttempts,
    Instant last,
    Optional<Origin> origin) {
  /// What it is worth.
  public enum Standing {
    /// A real device held what a plan asks.
    CERTIFIED,
    /// Real devices were tried, and none held.
    NOT_CERTIFIED,
    /// Only simulated devices were tried, which certifies nothing.
    SIMULATED
  }

  /// What it is worth: simulated devices certify nothing, whatever they came to.
  public Standing standing() {
    return kind.simulated()
        ? Standing.SIMULATED
        : certified.isEmpty() ? Standing.NOT_CERTIFIED : Standing.CERTIFIED;
  }

  /// As it is exported, without its origin.
  public Map<String, Object> content() {
    return EntryText.of(this);
  }

  /// The same from elsewhere.
  public RegistryEntry from(Origin other) {
    return new RegistryEntry(
        kind, bands, capacity, paths, certified, firstAttempts, last, Optional.of(other));
  }
}
