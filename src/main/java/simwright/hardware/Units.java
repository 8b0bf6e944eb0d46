package simwright.hardware;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What the raw numbers in the answers of a family mean: formulas by the name of the answer and the
/// quantity, such as `+QCSQ.sinr`. A quantity without a formula is unknown, never guessed.
public record Units(Map<String, Formula> formulas) {
  /// The formula of a quantity in an answer such as `+QCSQ`.
  public Optional<Formula> formula(String answer, String quantity) {
    return Optional.ofNullable(formulas.get(answer + "." + quantity));
  }

  /// What the shipped families agree on, for an answer whose device is not known: the generic
  /// family's formulas, then those of the others in the order of the index.
  public static Units shipped() {
    return Shipped.UNITS;
  }

  /// All of these families; the first one that has a formula wins.
  static Units of(List<HardwareProfile> profiles) {
    Map<String, Formula> all = new HashMap<>();
    profiles.forEach(profile -> profile.units().formulas().forEach(all::putIfAbsent));
    return new Units(Map.copyOf(all));
  }

  private static final class Shipped {
    private static final Units UNITS = read();

    private static Units read() {
      HardwareProfiles shipped = HardwareProfiles.shipped();
      List<HardwareProfile> genericFirst =
          Stream.concat(Stream.of(shipped.generic()), shipped.all().stream()).toList();
      return of(genericFirst);
    }
  }
}
