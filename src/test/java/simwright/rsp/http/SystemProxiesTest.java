package simwright.rsp.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.fault.Fault;
import simwright.rsp.RspCodes;

/// Which proxy the computer's settings choose for a server.
class SystemProxiesTest {
  @ParameterizedTest
  @CsvSource({
    "https_proxy, http://proxy.test:3128, smdp.example.com, proxy.test:3128",
    "HTTPS_PROXY, proxy.test:3128, smdp.example.com, proxy.test:3128",
    "https_proxy, http://proxy.test, smdp.example.com, proxy.test:8080",
    "all_proxy, http://proxy.test:1, smdp.example.com, proxy.test:1",
    "https_proxy, http://proxy.test:1, lab.internal, none",
    "https_proxy, http://proxy.test:1, smdp.lab.internal, none",
    "https_proxy, http://proxy.test:1, notlab.internal, proxy.test:1",
    "https_proxy, http://proxy.test:1, exact.example.org, none",
    "no_such_proxy, http://proxy.test:1, smdp.example.com, none"
  })
  void theEnvironmentChooses(String name, String value, String host, String chosen) {
    SystemProxies proxies =
        new SystemProxies(
            Map.of(name, value, "no_proxy", " .lab.internal, exact.example.org"),
            ProxySelector.of(null));
    assertEquals(chosen, words(new Ways(Map.of(), Optional.empty(), proxies), host));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://proxy test:1", "http://:3128", "proxy.test:99999", "http://[x"})
  void whatNamesNoProxyIsToldAndIsNoDefect(String value) {
    Map<String, String> set = Map.of("https_proxy", value);
    Fault fault = assertThrows(Fault.class, () -> new SystemProxies(set, ProxySelector.of(null)));
    assertEquals(RspCodes.PROXY, fault.code());
  }

  @Test
  void withoutOneTheSystemsOwnSettingsHold() {
    SystemProxies proxies =
        new SystemProxies(
            Map.of("no_proxy", "*"),
            ProxySelector.of(InetSocketAddress.createUnresolved("system.test", 80)));
    assertEquals(
        "system.test:80", words(new Ways(Map.of(), Optional.empty(), proxies), "smdp.example.com"));
    assertEquals(1, proxies.select(URI.create("https://smdp.example.com/")).size());
  }

  private static String words(Ways ways, String host) {
    return ways.to(host)
        .proxy(host)
        .map(each -> each.getHostString() + ":" + each.getPort())
        .orElse("none");
  }
}
