package simwright.rsp.http;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Optional;

/// How a server is reached: at another address than its name leads to, which is then gone to
/// straight, or through the proxy that is chosen for it. The name sent stays the name verified.
public record Way(Optional<InetSocketAddress> connectTo, ProxySelector proxies) {
  /// By its name, without a proxy.
  public static final Way STRAIGHT = new Way(Optional.empty(), ProxySelector.of(null));

  /// To this address.
  public static Way to(InetSocketAddress address) {
    return new Way(Optional.of(address), ProxySelector.of(null));
  }

  /// The proxy for a host; empty where it is reached without.
  Optional<InetSocketAddress> proxy(String host) {
    return proxies.select(URI.create("https://" + host + "/")).stream()
        .findFirst()
        .filter(each -> each.type() == Proxy.Type.HTTP)
        .map(each -> (InetSocketAddress) each.address());
  }
}
