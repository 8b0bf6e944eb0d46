package simwright.identity;

import java.util.Locale;
import java.util.regex.Pattern;

/// Access point name (3GPP TS 23.003 clause 9): compared by network identifier, without case and
/// operator identifier.
public record Apn(String value) {
  private static final Pattern OPERATOR =
      Pattern.compile("\\.mnc[0-9]{3}\\.mcc[0-9]{3}\\.gprs$", Pattern.CASE_INSENSITIVE);

  /// The network identifier in lower case.
  public String network() {
    return OPERATOR.matcher(value.strip()).replaceFirst("").toLowerCase(Locale.ROOT);
  }

  /// Whether both name the same network; an empty name leaves the choice to the network and matches
  /// all.
  public boolean matches(Apn other) {
    return network().isEmpty() || other.network().isEmpty() || network().equals(other.network());
  }

  @Override
  public String toString() {
    return value;
  }
}
