package simwright.outlet;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import simwright.fault.Fault;

/// Where alarms are sent: a name, and an address such as `https://noc.example/hook`,
/// `syslog+udp://noc.example:514` or `syslog+tcp://noc.example:601`.
public record Outlet(String name, URI address) {
  private static final Map<String, Integer> PORTS =
      Map.of("http", 80, "https", 443, "syslog+udp", 514, "syslog+tcp", 601);

  /// Whether a receiver says that it took an alarm; over UDP nobody does.
  public boolean confirms() {
    return scheme().startsWith("http");
  }

  /// Whether it is a webhook.
  public boolean webhook() {
    return scheme().startsWith("http");
  }

  /// How it is reached.
  public String scheme() {
    return String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
  }

  /// Its port, the usual one where none is written.
  public int port() {
    return address.getPort() >= 0 ? address.getPort() : PORTS.getOrDefault(scheme(), 0);
  }

  /// The one that a person means; throws `outlet/address` for none. Secrets stand in no address.
  public static Outlet of(String name, String address) {
    URI uri;
    try {
      uri = URI.create(address.strip());
    } catch (IllegalArgumentException e) {
      throw refused(address, "it is no address", Optional.of(e));
    }
    Outlet outlet = new Outlet(name, uri);
    if (!name.matches("[a-z0-9][a-z0-9-]{0,31}")) {
      throw refused(name, "a name is of small letters, digits and dashes", Optional.empty());
    }
    if (!PORTS.containsKey(outlet.scheme()) || uri.getHost() == null) {
      throw refused(
          address,
          "there are http, https, syslog+udp and syslog+tcp, each with a host",
          Optional.empty());
    }
    if (uri.getRawUserInfo() != null || address.contains(" ") || address.contains(";")) {
      throw refused(name, "an address holds no secret, blank or semicolon", Optional.empty());
    }
    return outlet;
  }

  private static Fault refused(String what, String why, Optional<Exception> e) {
    return new Fault(
        OutletCodes.ADDRESS, "choosing where alarms are sent", what, why, e.orElse(null));
  }
}
