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

  /// What may be in the slot instead of an eUICC as usual, said after the device's name and a dot.
  private static final List<String> CARDS =
      List.of("usim", "sgp02", "sgp32", "other-aid", "slow-card", "small-card");

  /// A family, how it is played, and which card is in its slot; "" for the usual one.
  record Offer(HardwareProfile profile, Simulator simulator, String card) {}

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
    int dot = device.lastIndexOf('.');
    String card = device.substring(dot + 1);
    return dot > 0 && CARDS.contains(card)
        ? find(profiles, device.substring(0, dot), card)
        : find(profiles, device, "");
  }

  /// The cards that may be named after a device: `ec25.usim`.
  public static List<String> cards() {
    return CARDS;
  }

  private static Optional<Offer> find(HardwareProfiles profiles, String device, String card) {
    return profiles
        .simulated(device)
        .or(() -> profiles.named(device))
        .map(profile -> offer(profile, card));
  }

  private static Offer offer(HardwareProfile profile, String card) {
    return new Offer(profile, profile.simulator().orElseGet(() -> usual(profile)), card);
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
        habits(profile));
  }

  /// Usual ones, but for what is known of the family with an eUICC, and a second slot where it can
  /// choose one.
  private static Habits habits(HardwareProfile profile) {
    Habits usual = Habits.USUAL;
    boolean empty = profile.quirks().stream().anyMatch(each -> each.id().equals("empty-euicc"));
    int slots = profile.slot("slot_select").isEmpty() ? usual.slots() : usual.slots() + 1;
    return new Habits(
        slots,
        usual.scan(),
        usual.cardBusy(),
        usual.late(),
        usual.carrier(),
        usual.powerSaving(),
        usual.dtrRequired(),
        empty
            ? new HardwareProfile.EuiccHabits(
                Optional.empty(), HardwareProfile.EuiccHabits.WithoutProfile.EMPTY_EUICC, 255)
            : usual.euicc());
  }
}
