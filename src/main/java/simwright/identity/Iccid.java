package simwright.identity;

/// Integrated circuit card identifier (ITU-T E.118): 18 to 20 digits, the last a Luhn digit where
/// there are 19 or 20.
public record Iccid(String value) implements Identifier {
  public Iccid {
    value = Digits.clean(value, "ICCID", 10, 20);
  }

  @Override
  public String kind() {
    return "iccid";
  }

  @Override
  public Check check() {
    return Digits.luhn(value) ? Check.RIGHT : value.length() < 19 ? Check.NONE : Check.WRONG;
  }

  @Override
  public String toString() {
    return redacted();
  }
}
