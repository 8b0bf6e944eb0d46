package simwright.sim.modem;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simwright.hardware.HardwareProfile;
import simwright.sim.euicc.EuiccCard;
import simwright.sim.network.Subscription;

/// Who a simulated modem is: its family and how it is played, its own IMEI, the cards in its slots,
/// and the eUICC that is the first of them where it is one.
public record Persona(
    HardwareProfile profile,
    HardwareProfile.Simulator simulator,
    String imei,
    List<Sim> sims,
    Optional<EuiccCard> euicc) {
  /// A card: its subscription, PIN, PUK, and the telephone number the subscriber is reached at.
  public record Sim(Subscription subscription, String pin, String puk, String number) {}

  /// Whether the family has a vendor's command, by the slots of its hardware profile.
  boolean has(String command) {
    return profile.commands().values().stream()
        .flatMap(List::stream)
        .anyMatch(text -> name(text).equals(command));
  }

  /// Whether a command stands in one slot of the family's profile.
  boolean has(String slot, String command) {
    return profile.slot(slot).stream().anyMatch(text -> name(text).equals(command));
  }

  /// Whether the family defines no context anew while it is active.
  boolean idleContextsOnly() {
    return profile.quirks().stream().anyMatch(each -> each.id().equals("idle-contexts-only"));
  }

  /// `AT+CGSN=1` is +CGSN.
  private static String name(String text) {
    return text.toUpperCase(Locale.ROOT).replaceFirst("^AT", "").replaceFirst("[=?].*$", "");
  }
}
