package simwright.sim;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import simwright.hardware.HardwareProfile;
import simwright.hardware.HardwareProfile.Habits;
import simwright.hardware.HardwareProfile.Simulator;
import simwright.hardware.HardwareProfiles;

/// What the simulator offers: the devices that profiles name, and every profile by its own name,
/// played by what it says of itself.
public final class Offers {
  private static final String TAC = "35000009";

  /// A family, and how it is played.
  record Offer(HardwareProfile profile, Simulator simulator) {}

  private Offers() {}

  /// All names, sorted.
  public static List<String> names(HardwareProfiles profiles) {
    return profiles.all().stream()
        .flatMap(profile ->
            Stream.concat(
                Stream.of(profile.name()),
                profile.simulator().stream().flatMap(each -> each.devices().stream())))
        .sorted()
        .distinct()
        .toList();
  }

  /// The profile that plays a device, and how.
  static Optional<Offer> find(HardwareProfiles profiles, String device) {
    return profiles.simulated(device).or(() -> profiles.named(device)).map(Offers::offer);
  }

  private static Offer offer(HardwareProfile profile) {
    return new Offer(profile, profile.simulator().orElseGet(() -> usual(profile)));
  }

  /// How a family is played whose profile does not say it: by its first model.
  private static Simulator usual(HardwareProfile profile) {
    String model = profile.models().isEmpty() ? profile.name() : profile.models().getFirst();
    return new Simulator(
        List.of(profile.name()),
        profile.maker(),
        model,
        model.replaceAll("[^A-Za-z0-9]", "").toUpperCase(Locale.ROOT) + ".01.01",
        TAC,
        profile.readyUrcs(),
        Habits.USUAL.cardBusy(),
        true,
        Habits.USUAL);
  }
}
