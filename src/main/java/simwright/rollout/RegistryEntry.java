package simwright.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is known of a kind of device from real results: its bands as it tells them ("" where it
/// does not), how many profiles its card was seen to hold at once, by which ways profiles came onto
/// it, what it is certified for (the newest certification of each plan, withdrawn or not), how its
/// runs ended at the first try, and when the last one was; `origin` is empty where all that is from
/// this log.
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
    /// A real device held it once, and a later run failed: nothing of it stands.
    WITHDRAWN,
    /// Real devices were tried, and none held.
    NOT_CERTIFIED,
    /// Only simulated devices were tried, which certifies nothing.
    SIMULATED,
    /// A person said something of it, and no run did.
    CLAIMED
  }

  /// What it is worth: simulated devices certify nothing, whatever they came to.
  public Standing standing() {
    if (claimed()) {
      return Standing.CLAIMED;
    }
    if (kind.simulated()) {
      return Standing.SIMULATED;
    }
    if (certified.isEmpty()) {
      return Standing.NOT_CERTIFIED;
    }
    return certified.stream().anyMatch(Certification::stands)
        ? Standing.CERTIFIED
        : Standing.WITHDRAWN;
  }

  /// Whether a person here said so, and nothing was seen of it.
  public boolean claimed() {
    return origin.filter(each -> each.installation().equals(RegistryFile.CLAIM)).isPresent();
  }

  /// The ways by which profiles come onto it, each with from where that is known.
  public String pathWords() {
    return paths.stream()
        .sorted()
        .map(path -> path.words() + " (" + origin.map(this::told).orElse(path.source()) + ")")
        .collect(Collectors.joining(", "));
  }

  private String told(Origin from) {
    return claimed() ? "claimed by " + from.by() : "as " + from.installation() + " says";
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
