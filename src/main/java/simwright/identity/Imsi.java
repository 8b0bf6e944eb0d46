package simwright.identity;

/// International mobile subscription identity (3GPP TS 23.003 clause 2.2): at most 15 digits, MCC
/// first; no check digit.
public record Imsi(String value) implements Identifier {
  public Imsi {
    value = Digits.clean(value, "IMSI", 6, 15);
  }

  @Override
  public String kind() {
    return "imsi";
  }

  @Override
  public Check check() {
    return Check.NONE;
  }

  /// The home network, given the length of the network code (2 or 3, from EF_AD).
  public Plmn plmn(int mncLength) {
    return new Plmn(value.substring(0, 3), value.substring(3, 3 + mncLength));
  }

  @Override
  public String toString() {
    return redacted();
  }
}
