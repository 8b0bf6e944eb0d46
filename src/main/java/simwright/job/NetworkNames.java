package simwright.job;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import simwright.at.command.Registration;
import simwright.catalog.check.Rules;
import simwright.catalog.provider.NetworkName;
import simwright.device.Snapshot;
import simwright.identity.Imsi;
import simwright.identity.Plmn;

/// Names the network that a device is in, by the directory where the device tells a number alone,
/// or, at home, nothing. The directory is read once.
final class NetworkNames {
  private final Supplier<Rules> rules;
  private @Nullable Rules read;

  NetworkNames(Supplier<Rules> rules) {
    this.rules = rules;
  }

  /// The network of a device as it is known now; empty where it is in none, or nobody knows it.
  Optional<NetworkName> of(Snapshot snapshot) {
    if (!snapshot.registered()) {
      return Optional.empty();
    }
    Optional<String> told = snapshot.operator().value().filter(each -> !each.isBlank());
    if (told.isPresent() && !told.get().matches("[0-9]{5,6}")) {
      return Optional.of(new NetworkName(told.get(), "", "", Optional.empty()));
    }
    return told.map(each -> named(Stream.of(Plmn.parse(each)))).orElseGet(() -> atHome(snapshot));
  }

  private Optional<NetworkName> atHome(Snapshot snapshot) {
    boolean home =
        snapshot.registration().value().stream()
            .flatMap(java.util.List::stream)
            .anyMatch(each -> each.state() == Registration.State.HOME);
    Optional<String> digits =
        snapshot.imsi().value().map(Imsi::value).filter(each -> home && each.length() >= 6);
    return digits.flatMap(each ->
        named(Stream.of(Plmn.parse(each.substring(0, 5)), Plmn.parse(each.substring(0, 6)))));
  }

  private synchronized Optional<NetworkName> named(Stream<Plmn> numbers) {
    Rules known = read == null ? rules.get() : read;
    read = known;
    return numbers.flatMap(each -> name(known, each).stream()).findFirst();
  }

  private static Optional<NetworkName> name(Rules known, Plmn plmn) {
    String country =
        known.regions().ofMcc(plmn.mcc()).stream()
            .flatMap(code -> Optional.ofNullable(known.regions().countries().get(code)).stream())
            .map(each -> each.name())
            .findFirst()
            .orElse("");
    return known.operators().names(plmn).stream()
        .findFirst()
        .map(name ->
            new NetworkName(
                name,
                country,
                plmn.toString(),
                Optional.of(known.operators().providers().modified())));
  }
}
