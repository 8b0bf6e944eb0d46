package simwright.failover.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.identity.Plmn;

/// A region: its countries, each with its mobile country codes, the operators whose profiles may be
/// used there (all where none is named), and whether they may roam there.
public record Region(
    String name, Map<String, List<String>> countries, List<Plmn> operators, RoamingRule roaming) {
  public Region {
    operators = List.copyOf(operators);
  }

  /// The country of a mobile country code.
  public Optional<String> country(String mcc) {
    return countries.entrySet().stream()
        .filter(each -> each.getValue().contains(mcc))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// Whether profiles of an operator may be used in it.
  public boolean authorises(Optional<Plmn> operator) {
    return operators.isEmpty() || operator.filter(operators::contains).isPresent();
  }
}
