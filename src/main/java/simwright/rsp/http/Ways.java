package simwright.rsp.http;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The ways to all servers: other addresses for some names, perhaps one for every name beside
/// these, and the proxies for the rest.
public record Ways(
    Map<String, InetSocketAddress> named,
    Optional<InetSocketAddress> others,
    ProxySelector proxies) {
  public Ways {
    named = Map.copyOf(named);
  }

  /// Other addresses for these names, in lower case, and no proxy.
  public static Ways of(Map<String, InetSocketAddress> named) {
    return new Ways(named, Optional.empty(), ProxySelector.of(null));
  }

  /// Through one proxy, whatever the host.
  public static Ways through(InetSocketAddress proxy) {
    return new Ways(Map.of(), Optional.empty(), ProxySelector.of(proxy));
  }

  /// The way to a host.
  public Way to(String host) {
    return new Way(
        Optional.ofNullable(named.get(host.toLowerCase(Locale.ROOT))).or(() -> others), proxies);
  }
}
