package simwright.identity;

/// Public land mobile network: mobile country code of three digits, network code of two or three
/// (3GPP TS 23.003 clause 2.2).
public record Plmn(String mcc, String mnc) {
  public Plmn {
    if (!mcc.matches("[0-9]{3}") || !mnc.matches("[0-9]{2,3}")) {
      throw new IllegalArgumentException(
          "a PLMN is 3 digits and 2 or 3 digits: " + mcc + " " + mnc);
    }
  }

  /// Reads five or six digits, with or without a dash or blank between.
  public static Plmn parse(String text) {
    String digits = text.replace("-", "").replace(" ", "");
    if (!digits.matches("[0-9]{5,6}")) {
      throw new IllegalArgumentException("a PLMN has 5 or 6 digits: " + text);
    }
    return new Plmn(digits.substring(0, 3), digits.substring(3));
  }

  @Override
  public String toString() {
    return mcc + "-" + mnc;
  }
}
