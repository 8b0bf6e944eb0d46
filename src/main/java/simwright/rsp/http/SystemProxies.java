package simwright.rsp.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The proxy that this computer is set to: `https_proxy` with its exceptions in `no_proxy`, else
/// what Java finds in the system's own settings.
public final class SystemProxies extends ProxySelector {
  private static final Logger LOG = LoggerFactory.getLogger(SystemProxies.class);
  private static final int USUAL = 8080;

  private final Map<String, String> environment;
  private final ProxySelector others;

  /// With these environment variables, else as `others` say.
  public SystemProxies(Map<String, String> environment, ProxySelector others) {
    this.environment = Map.copyOf(environment);
    this.others = others;
  }

  @Override
  public List<Proxy> select(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    Optional<String> set = variable("https_proxy").or(() -> variable("all_proxy"));
    if (set.isEmpty()) {
      return others.select(uri);
    }
    return variable("no_proxy").filter(list -> excepted(host, list)).isPresent()
        ? List.of(Proxy.NO_PROXY)
        : List.of(new Proxy(Proxy.Type.HTTP, address(set.get())));
  }

  private Optional<String> variable(String name) {
    return Stream.of(name, name.toUpperCase(Locale.ROOT))
        .map(each -> environment.getOrDefault(each, "").strip())
        .filter(each -> !each.isEmpty())
        .findFirst();
  }

  private static boolean excepted(String host, String list) {
    return Arrays.stream(list.split(","))
        .map(each -> each.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
        .filter(each -> !each.isEmpty())
        .anyMatch(each -> each.equals("*") || host.equals(each) || host.endsWith("." + each));
  }

  private static InetSocketAddress address(String text) {
    URI uri = URI.create(text.contains("://") ? text : "http://" + text);
    return InetSocketAddress.createUnresolved(
        uri.getHost() == null ? text : uri.getHost(), uri.getPort() < 0 ? USUAL : uri.getPort());
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException cause) {
    LOG.info("the proxy {} was not reached", address);
  }
}
