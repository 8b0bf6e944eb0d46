package simwright.acceptance.plan;

import java.util.Map;
import java.util.Optional;

/// What the measurements of a plan may be: a file of its own with name, version and the SHA-256 of
/// its text. Each limit stands under the id of its step and the name of the measurement.
public record LimitSet(String name, String version, String sha256, Map<Key, Limit> limits) {
  /// None: everything is measured and shown.
  public static final LimitSet NONE = new LimitSet("", "", "", Map.of());

  /// Which measurement it is.
  public record Key(String step, String measurement) {
    @Override
    public String toString() {
      return step + "/" + measurement;
    }
  }

  /// The limit of a measurement; one without bounds where there is none.
  public Limit of(String step, String measurement, String unit) {
    return Optional.ofNullable(limits.get(new Key(step, measurement)))
        .orElse(Limit.none(measurement, unit));
  }

  /// As a person reads it: name and version.
  public String words() {
    return name.isEmpty() ? "no limits" : name + " " + version;
  }
}
