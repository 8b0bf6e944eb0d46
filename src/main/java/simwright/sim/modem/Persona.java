package simwright.sim.modem;

import simwright.hardware.HardwareProfile;
import simwright.sim.network.Subscription;

/// Who a simulated modem is: its family's habits, its own IMEI, the subscription on its card, and
/// the card's PIN and PUK.
public record Persona(
    HardwareProfile profile, String imei, Subscription subscription, String pin, String puk) {
  /// The habits of the family.
  HardwareProfile.Simulator simulator() {
    return profile.simulator().orElseThrow();
  }

  /// Whether the family has a vendor's command, by the slots of its hardware profile.
  boolean has(String command) {
    return profile.commands().values().stream()
        .flatMap(java.util.List::stream)
        .anyMatch(text -> text.toUpperCase(java.util.Locale.ROOT).startsWith("AT" + command));
  }
}
