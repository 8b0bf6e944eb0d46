package simwright.at;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The texts that stand for error numbers after AT+CMEE=2 (3GPP TS 27.007 clause 9.2, TS 27.005
/// clause 3.2.5), compared without case. Only those a person meets at a bench; others keep their
/// text.
final class ErrorTexts {
  private static final Map<String, Integer> CME = new HashMap<>();

  static {
    put(3, "operation not allowed");
    put(4, "operation not supported");
    put(5, "PH-SIM PIN required");
    put(10, "SIM not inserted");
    put(11, "SIM PIN required");
    put(12, "SIM PUK required");
    put(13, "SIM failure");
    put(14, "SIM busy");
    put(15, "SIM wrong");
    put(16, "incorrect password");
    put(17, "SIM PIN2 required");
    put(18, "SIM PUK2 required");
    put(20, "memory full");
    put(21, "invalid index");
    put(22, "not found");
    put(23, "memory failure");
    put(24, "text string too long");
    put(25, "invalid characters in text string");
    put(26, "dial string too long");
    put(27, "invalid characters in dial string");
    put(30, "no network service");
    put(31, "network timeout");
    put(32, "network not allowed - emergency calls only");
    put(50, "incorrect parameters");
    put(50, "parameters error");
    put(50, "invalid command line");
    put(51, "command implemented but currently disabled");
    put(52, "command aborted by user");
    put(100, "unknown");
    put(100, "unknown error");
    put(103, "illegal MS");
    put(106, "illegal ME");
    put(107, "GPRS services not allowed");
    put(111, "PLMN not allowed");
    put(112, "location area not allowed");
    put(113, "roaming not allowed in this location area");
    put(132, "service option not supported");
    put(133, "requested service option not subscribed");
    put(134, "service option temporarily out of order");
    put(148, "unspecified GPRS error");
    put(149, "PDP authentication failure");
  }

  private ErrorTexts() {}

  static Optional<Integer> number(String kind, String text) {
    return kind.equalsIgnoreCase("CME")
        ? Optional.ofNullable(CME.get(text.toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  private static void put(int number, String text) {
    CME.put(text.toLowerCase(Locale.ROOT), number);
  }
}
