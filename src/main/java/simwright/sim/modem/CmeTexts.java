package simwright.sim.modem;

/// The words of +CMEE=2 for the errors this modem gives (3GPP TS 27.007 clause 9.2).
final class CmeTexts {
  private CmeTexts() {}

  static String of(int number) {
    return switch (number) {
      case 3 -> "operation not allowed";
      case 4 -> "operation not supported";
      case 10 -> "SIM not inserted";
      case 11 -> "SIM PIN required";
      case 12 -> "SIM PUK required";
      case 13 -> "SIM failure";
      case 14 -> "SIM busy";
      case 16 -> "incorrect password";
      case 21 -> "invalid index";
      case 30 -> "no network service";
      case 32 -> "network not allowed - emergency calls only";
      case 50 -> "incorrect parameters";
      case 148 -> "unspecified GPRS error";
      default -> "unknown";
    };
  }
}
