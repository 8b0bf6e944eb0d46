package simwright.catalog.access;

import java.util.Optional;
import simwright.catalog.ApnSetting;

/// A context as a device has it: its number, its type as the device spells it (`IP`, `IPV6`,
/// `IPV4V6`), the access point it asks for, whether it is active, and where the device tells it the
/// access point that the network gave, how it signs in, and as whom.
public record FoundContext(
    int cid,
    String type,
    String apn,
    boolean active,
    Optional<String> granted,
    Optional<ApnSetting.SignIn> signIn,
    String user) {
  /// The addresses it asks for; empty where its type is none that gives any.
  public Optional<ApnSetting.Family> family() {
    return switch (type.toUpperCase(java.util.Locale.ROOT)) {
      case "IP" -> Optional.of(ApnSetting.Family.IPV4);
      case "IPV6" -> Optional.of(ApnSetting.Family.IPV6);
      case "IPV4V6" -> Optional.of(ApnSetting.Family.IPV4V6);
      default -> Optional.empty();
    };
  }

  /// What it is, without whom it signs in as.
  public String words() {
    return (apn.isEmpty() ? "the network's choice" : apn)
        + " ("
        + type
        + signIn
            .filter(each -> each != ApnSetting.SignIn.NONE)
            .map(each -> ", " + each.key())
            .orElse("")
        + ")"
        + granted.filter(each -> !each.isEmpty()).map(each -> ", given " + each).orElse("");
  }

  /// Who it signs in as stands nowhere.
  @Override
  public String toString() {
    return "context " + cid + ": " + words();
  }
}
