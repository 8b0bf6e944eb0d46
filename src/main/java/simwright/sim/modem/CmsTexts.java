package simwright.sim.modem;

/// The words of +CMEE=2 for the errors of the message service (3GPP TS 27.005 clause 3.2.5).
final class CmsTexts {
  private CmsTexts() {}

  static String of(int number) {
    return switch (number) {
      case 28 -> "unidentified subscriber";
      case 302 -> "operation not allowed";
      case 304 -> "invalid PDU mode parameter";
      case 305 -> "invalid text mode parameter";
      case 310 -> "SIM not inserted";
      case 311 -> "SIM PIN required";
      case 313 -> "SIM failure";
      case 314 -> "SIM busy";
      case 316 -> "SIM PUK required";
      case 321 -> "invalid memory index";
      case 322 -> "memory full";
      case 331 -> "no network service";
      default -> "unknown error";
    };
  }
}
