package simwright.catalog.provider;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import simwright.catalog.ApnSetting;
import simwright.identity.Plmn;

/// Operators by their networks: a person's own entries, then the providers that are known.
public final class Operators {
  private final List<Operator> own;
  private final Providers providers;
  private final Map<String, List<Provider>> byNetwork = new HashMap<>();

  /// Own ones before those of the providers.
  public Operators(List<Operator> own, Providers providers) {
    this.own = List.copyOf(own);
    this.providers = providers;
    for (Provider each : providers.all()) {
      for (Plmn plmn : each.networks()) {
        byNetwork.computeIfAbsent(digits(plmn), _ -> new ArrayList<>()).add(each);
      }
    }
  }

  /// Reads a person's own `operators.yaml`; throws `catalog/broken-rules` with the line.
  public static List<Operator> read(String text, String where) {
    return OperatorFile.read(text, where);
  }

  /// A person's own entries.
  public List<Operator> own() {
    return own;
  }

  /// Where the others are from and how old that is.
  public Providers providers() {
    return providers;
  }

  /// A person's own entry of an operator, by its name in whatever case.
  public Optional<Operator> named(String name) {
    return own.stream().filter(each -> each.name().equalsIgnoreCase(name.strip())).findFirst();
  }

  /// All there are, a person's own first.
  public List<Listed> all() {
    return Stream.concat(
            own.stream().map(Listed::of),
            providers.all().stream().filter(each -> named(each.name()).isEmpty()).map(Listed::of))
        .toList();
  }

  /// The names under which a network is sold, own ones first.
  public List<String> names(Plmn plmn) {
    List<String> names = new ArrayList<>();
    own.stream()
        .filter(each -> each.networks().contains(plmn))
        .map(Operator::name)
        .forEach(names::add);
    byNetwork.getOrDefault(digits(plmn), List.of()).stream()
        .map(Provider::name)
        .filter(each -> !names.contains(each))
        .forEach(names::add);
    return List.copyOf(names);
  }

  /// The names of access points that are published for a network, own ones first.
  public List<String> apns(Plmn plmn) {
    List<String> names = new ArrayList<>();
    own.stream()
        .filter(each -> each.networks().contains(plmn))
        .flatMap(each -> each.apns().stream())
        .map(ApnSetting::apn)
        .forEach(apn -> names.add(apn.value()));
    byNetwork.getOrDefault(digits(plmn), List.of()).stream()
        .flatMap(each -> each.access().stream())
        .map(Provider.Access::apn)
        .filter(each -> !names.contains(each))
        .forEach(names::add);
    return List.copyOf(names);
  }

  /// The providers that the directory has for a network.
  public List<Provider> published(Plmn plmn) {
    return List.copyOf(byNetwork.getOrDefault(digits(plmn), List.of()));
  }

  private static String digits(Plmn plmn) {
    return plmn.mcc() + plmn.mnc();
  }
}
