package simwright.quota;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What traffic is for, from the one that gives way last to the one that gives way first.
public enum TrafficClass {
  /// Calls for help and what goes with them.
  EMERGENCY,
  /// Finding the way.
  NAVIGATION,
  /// What a device reports of itself.
  TELEMETRY,
  /// Sound and pictures.
  STREAMING,
  /// New software.
  UPDATES,
  /// Whatever nobody waits for.
  BACKGROUND;

  /// As files and records spell it.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The one that a text spells, in whatever case.
  public static Optional<TrafficClass> of(String text) {
    return Stream.of(values()).filter(each -> each.key().equalsIgnoreCase(text.strip())).findAny();
  }
}
