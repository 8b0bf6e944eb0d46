package simwright.identity;

/// International mobile equipment identity (3GPP TS 23.003 clause 6): 15 digits with a Luhn digit,
/// or 16 with a software version (IMEISV) and none.
public record Imei(String value) implements Identifier {
  public Imei {
    value = Digits.clean(value, "IMEI", 14, 16);
  }

  @Override
  public String kind() {
    return "imei";
  }

  @Override
  public Check check() {
    return switch (value.length()) {
      case 15 -> Digits.luhn(value) ? Check.RIGHT : Check.WRONG;
      default -> Check.NONE;
    };
  }

  /// The type allocation code: the first eight digits.
  public String tac() {
    return value.substring(0, 8);
  }

  @Override
  public String toString() {
    return redacted();
  }
}
