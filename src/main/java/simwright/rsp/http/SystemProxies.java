package simwright.rsp.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.fault.Fault;
import simwright.rsp.RspCodes;

/// The proxy that this computer is set to: `https_proxy` with its exceptions in `no_proxy`, else
/// what Java finds in the system's own settings.
public final class SystemProxies extends ProxySelector {
  private static final Logger LOG = LoggerFactory.getLogger(SystemProxies.class);
  private static final int USUAL = 8080;
  private static final int HIGHEST = 65535;

  private final Map<String, String> environment;
  private final Optional<InetSocketAddress> chosen;
  private final ProxySelector others;

  /// With these environment variables, else as `others` say; throws `rsp/proxy` where a variable
  /// names no proxy.
  public SystemProxies(Map<String, String> environment, ProxySelector others) {
    this.environment = Map.copyOf(environment);
    this.chosen =
        variable("https_proxy").or(() -> variable("all_proxy")).map(SystemProxies::address);
    this.others = others;
  }

  @Override
  public List<Proxy> select(URI uri) {
    String host = uri.getHost().toLowerCase(Locale.ROOT);
    if (chosen.isEmpty()) {
      return others.select(uri);
    }
    return variable("no_proxy").filter(list -> excepted(host, list)).isPresent()
        ? List.of(Proxy.NO_PROXY)
        : List.of(new Proxy(Proxy.Type.HTTP, chosen.get()));
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

  /// A name and a password that stand in it are not passed on, nor told.
  private static InetSocketAddress address(String text) {
    try {
      URI uri = new URI(text.contains("://") ? text : "http://" + text);
      if (uri.getHost() != null && uri.getPort() <= HIGHEST) {
        return InetSocketAddress.createUnresolved(
            uri.getHost(), uri.getPort() < 0 ? USUAL : uri.getPort());
      }
    } catch (URISyntaxException e) {
      LOG.debug("no address of a proxy: {}", e.getReason());
    }
    throw new Fault(
        RspCodes.PROXY, "reading https_proxy", "the environment", "it is no HOST:PORT", null);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException cause) {
    LOG.info("the proxy {} was not reached", address);
  }
}
