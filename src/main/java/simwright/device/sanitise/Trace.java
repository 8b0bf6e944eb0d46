package simwright.device.sanitise;

import java.util.Locale;

/// What a user leaves on a device.
public enum Trace {
  /// How contexts sign in: user names and passwords.
  CREDENTIALS("sign-in of contexts"),
  /// Packet data contexts with their access points.
  CONTEXTS("packet data contexts"),
  /// Short messages, on the profile in use and in the device.
  MESSAGES("short messages"),
  /// Phone books, on the profile in use and in the device.
  PHONE_BOOK("phone books"),
  /// The networks that the profile in use must not register with.
  FORBIDDEN_NETWORKS("forbidden networks (EF_FPLMN)"),
  /// Files in the modem's file system.
  FILES("files in the modem"),
  /// Certificates and keys in the modem.
  CERTIFICATES("certificates and keys in the modem"),
  /// The profiles on the eUICC, each with all that it holds.
  PROFILES("profiles on the eUICC"),
  /// What the eUICC still had to tell servers, which names profiles.
  NOTIFICATIONS("notifications on the eUICC");

  private final String words;

  Trace(String words) {
    this.words = words;
  }

  /// As records spell it: `phone-book`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// What it is.
  public String words() {
    return words;
  }
}
