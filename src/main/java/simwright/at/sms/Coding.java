package simwright.at.sms;

/// How the text of a message is coded, as the data coding scheme says (3GPP TS 23.038).
public enum Coding {
  /// The 7-bit default alphabet, packed.
  GSM7,
  /// Octets that are no text by themselves.
  OCTETS,
  /// Two octets to a character.
  UCS2,
  /// Compressed; not read here.
  COMPRESSED;

  /// Of a short message (clause 4); `scheme` is one octet.
  public static Coding ofMessage(int scheme) {
    return switch (scheme >> 4 & 0x0f) {
      case 0, 1, 4, 5 -> ofBits(scheme);
      case 2, 3, 6, 7 -> COMPRESSED;
      case 14 -> UCS2;
      case 15 -> ofLast(scheme);
      default -> GSM7;
    };
  }

  /// Of a cell broadcast or a service code's answer (clause 5).
  public static Coding ofBroadcast(int scheme) {
    return switch (scheme >> 4 & 0x0f) {
      case 1 -> scheme == 0x11 ? UCS2 : GSM7;
      case 4, 5, 9 -> ofBits(scheme);
      case 6, 7 -> COMPRESSED;
      case 15 -> ofLast(scheme);
      default -> GSM7;
    };
  }

  private static Coding ofBits(int scheme) {
    return switch (scheme >> 2 & 3) {
      case 1 -> OCTETS;
      case 2 -> UCS2;
      default -> GSM7;
    };
  }

  private static Coding ofLast(int scheme) {
    return (scheme & 4) == 0 ? GSM7 : OCTETS;
  }
}
