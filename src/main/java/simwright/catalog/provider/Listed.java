package simwright.catalog.provider;

import java.util.List;
import java.util.Optional;
import simwright.identity.Plmn;

/// An operator as it is listed: its name and country, its networks, the names of its access points,
/// and a person's own entry of it; where there is none, the directory tells it.
public record Listed(
    String name, String country, List<Plmn> networks, List<String> apns, Optional<Operator> own) {
  public Listed {
    networks = List.copyOf(networks);
    apns = List.copyOf(apns);
  }

  static Listed of(Operator own) {
    return new Listed(
        own.name(),
        own.country(),
        own.networks(),
        own.apns().stream().map(each -> each.apn().value()).toList(),
        Optional.of(own));
  }

  static Listed of(Provider known) {
    return new Listed(
        known.name(),
        known.country(),
        known.networks(),
        known.access().stream().map(Provider.Access::apn).distinct().toList(),
        Optional.empty());
  }
}
