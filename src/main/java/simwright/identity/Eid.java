package simwright.identity;

import java.math.BigInteger;

/// eUICC identifier (GSMA SGP.29): 32 digits; taken as a number, it leaves 1 when divided by 97.
public record Eid(String value) implements Identifier {
  private static final BigInteger MODULUS = BigInteger.valueOf(97);

  public Eid {
    value = Digits.clean(value, "EID", 32, 32);
  }

  @Override
  public String kind() {
    return "eid";
  }

  @Override
  public Check check() {
    return new BigInteger(value).mod(MODULUS).equals(BigInteger.ONE) ? Check.RIGHT : Check.WRONG;
  }

  @Override
  public String toString() {
    return redacted();
  }
}
