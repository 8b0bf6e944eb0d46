package simwright.at;

import java.util.Locale;
import java.util.Set;

/// Unsolicited lines that have no prefix: RING of V.250 and what modems print when they start, stop
/// or find their card.
final class KnownUrcs {
  private static final Set<String> PLAIN =
      Set.of(
          "RING",
          "RDY",
          "APP RDY",
          "READY",
          "CALL READY",
          "SMS READY",
          "SMS DONE",
          "PB DONE",
          "NORMAL POWER DOWN",
          "POWERED DOWN",
          "POWER DOWN",
          "NO CARRIER",
          "CPIN: NOT READY",
          "CPIN: READY",
          "START",
          "PSM POWER DOWN",
          "EXIT PSM",
          "ENTER PSM",
          "MODEM READY",
          "SYSSTART");

  /// What a modem says when it has started, and at no other time: that its card or phone book is
  /// ready it says after a change of profile, too.
  private static final Set<String> STARTED =
      Set.of("RDY", "APP RDY", "MODEM READY", "SYSSTART", "^SYSSTART", "+READY");

  private static final Set<String> FAREWELL =
      Set.of("POWERED DOWN", "POWER DOWN", "NORMAL POWER DOWN");

  private KnownUrcs() {}

  /// Whether a modem that is told to stop says this instead of OK.
  static boolean isFarewell(String line) {
    return FAREWELL.contains(line.strip().toUpperCase(Locale.ROOT));
  }

  /// Whether a modem that says this has started anew.
  static boolean isStart(String line) {
    return STARTED.contains(line.strip().toUpperCase(Locale.ROOT));
  }

  static boolean isPlain(String line) {
    return PLAIN.contains(line.strip().toUpperCase(Locale.ROOT));
  }
}
