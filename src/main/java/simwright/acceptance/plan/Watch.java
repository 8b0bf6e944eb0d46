package simwright.acceptance.plan;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What is watched in the background while a plan runs, and what is measured of it.
public enum Watch {
  /// Received power, in dBm as the modem tells it.
  SIGNAL(Map.of("rsrp-min", "dBm", "rsrp-mean", "dBm", "samples", "readings")),
  /// The temperature of the device.
  TEMPERATURE(Map.of("celsius-max", "°C", "samples", "readings")),
  /// The supply.
  SUPPLY(Map.of("volts-min", "V", "samples", "readings")),
  /// The charge.
  BATTERY(Map.of("percent-min", "%", "samples", "readings")),
  /// How often registration was lost while no step had switched the radio or the profile.
  REGISTRATION(Map.of("losses", "times", "samples", "readings"));

  private final Map<String, String> measures;

  Watch(Map<String, String> measures) {
    this.measures = measures;
  }

  /// The measurements, with their units.
  public Map<String, String> measures() {
    return measures;
  }

  /// As it stands in plans.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one of a key.
  public static Optional<Watch> of(String key) {
    return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
  }
}
