package simwright.quota;

import java.time.Instant;
import java.util.Optional;

/// Use that is unlike what was usual: of an application ("" where the device tells one sum), in an
/// interval, beside the usual rate of n earlier intervals, with the switch of profiles that went
/// before it within a day.
public record Anomaly(
    Instant from,
    Instant until,
    String device,
    String app,
    long bytes,
    long usual,
    int n,
    Optional<ProfileSwitch> after) {
  /// In words.
  public String words() {
    return (app.isEmpty() ? "The device" : app)
        + " used "
        + Volume.words(bytes)
        + " where "
        + Volume.words(usual)
        + " was usual (n = "
        + n
        + ")"
        + after.map(each -> ", after the " + each.words()).orElse("");
  }
}
