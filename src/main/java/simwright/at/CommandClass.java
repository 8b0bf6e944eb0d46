package simwright.at;

import java.time.Duration;
import java.util.Locale;

/// Classes of commands by how long an answer may take; the hardware profile may give other times by
/// name.
public enum CommandClass {
  /// Answered from memory.
  LOCAL(3),
  /// The first words with an unknown port.
  PROBE(3),
  /// Asks the card.
  CARD(10),
  /// Asks the network stack.
  NETWORK(10),
  /// Switches the radio.
  RADIO(30),
  /// Chooses an operator.
  OPERATOR(120),
  /// Scans for operators.
  SCAN(315),
  /// Activates or deactivates a context.
  CONTEXT(150),
  /// Sends a message.
  MESSAGE(60),
  /// A USSD dialogue.
  USSD(30),
  /// Restarts the device.
  REBOOT(40),
  /// Exchanges an APDU.
  APDU(10);

  private final Duration usual;

  CommandClass(int seconds) {
    usual = Duration.ofSeconds(seconds);
  }

  /// The time allowed where the hardware profile says nothing.
  public Duration usual() {
    return usual;
  }

  /// The name in hardware profiles.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
