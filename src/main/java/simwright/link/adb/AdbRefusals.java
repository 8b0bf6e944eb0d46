package simwright.link.adb;

import java.util.Locale;
import java.util.regex.Pattern;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// What the words after FAIL mean; the protocol has no numbers for it.
final class AdbRefusals {
  private static final Pattern NO_DEVICE =
      Pattern.compile("device '.*' not found|no devices?(/emulators)? found|unknown device");

  private AdbRefusals() {}

  /// Evidence is what to do, where there is something.
  static Fault fault(String words, String doing, String where) {
    String said = words.strip().toLowerCase(Locale.ROOT);
    FaultCode code = code(said);
    String evidence =
        switch (code.code()) {
          case "unauthorised" ->
              "unlock the handset and allow USB debugging for this computer on its screen";
          case "offline" -> "the handset is listed as offline: pull its cable and put it in again";
          case "no-device" -> "the adb server lists no such handset";
          default -> words.strip();
        };
    return new Fault(code, doing, where, evidence, null);
  }

  private static FaultCode code(String said) {
    if (said.contains("unauthorized") || said.contains("still authorizing")) {
      return AdbCodes.UNAUTHORISED;
    }
    if (said.contains("insufficient permissions") || said.contains("no permissions")) {
      return AdbCodes.USB_FORBIDDEN;
    }
    if (NO_DEVICE.matcher(said).find()) {
      return AdbCodes.NO_DEVICE;
    }
    return said.contains("offline") || said.contains("still connecting")
        ? AdbCodes.OFFLINE
        : AdbCodes.REFUSED;
  }
}
