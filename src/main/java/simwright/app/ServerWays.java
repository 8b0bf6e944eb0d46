package simwright.app;

import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import simwright.cli.Network;
import simwright.job.OrderActs;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.lab.BenchDescription;
import simwright.lab.BenchFile;
import simwright.lpa.Servers;
import simwright.rsp.http.SystemProxies;
import simwright.rsp.http.Ways;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.RootFile;
import simwright.rsp.trust.RootFolder;
import simwright.rsp.trust.Trust;
import simwright.sim.server.BenchServers;
import simwright.time.Time;

/// The ways to servers and the roots they are believed by. The test root of a served bench, and one
/// that was named for a lab, make a lab of it, which is written into the log before anything else.
final class ServerWays {
  private final Supplier<Optional<Path>> bench;
  private final Network network;
  private final Map<String, String> environment;
  private final Path folder;
  private final Time time;
  private final Set<String> told = ConcurrentHashMap.newKeySet();

  ServerWays(
      Supplier<Optional<Path>> bench,
      Network network,
      Map<String, String> environment,
      Path folder,
      Time time) {
    this.bench = bench;
    this.network = network;
    this.environment = environment;
    this.folder = folder;
    this.time = time;
  }

  /// As things are now; a lab is told to the journal once.
  Servers servers(Journal journal) {
    Map<String, InetSocketAddress> named = new HashMap<>();
    Set<Path> files = new LinkedHashSet<>(network.labRoots());
    bench.get().ifPresent(folder -> served(folder, named, files));
    Optional<InetSocketAddress> others = Optional.empty();
    for (Network.Detour each : network.detours()) {
      InetSocketAddress to = resolved(each.address());
      if (each.name().isEmpty()) {
        others = Optional.of(to);
      } else {
        named.put(each.name(), to);
      }
    }
    List<Certificate> roots = new ArrayList<>();
    for (Path file : files) {
      roots.addAll(RootFile.read(file, time.now()));
    }
    roots.stream()
        .filter(each -> told.add(each.fingerprint()))
        .forEach(each -> tell(each, journal));
    RootFolder shared = RootFolder.read(folder, time.now());
    List<Certificate> all = new ArrayList<>(shared.roots());
    roots.stream().filter(each -> !all.contains(each)).forEach(all::add);
    return new Servers(
        new Trust(all, shared.lists()), new Ways(named, others, proxies()), !roots.isEmpty(), time);
  }

  /// What lies in the data folder's own folder of roots.
  RootFolder shared() {
    return RootFolder.read(folder, time.now());
  }

  private static void served(Path folder, Map<String, InetSocketAddress> named, Set<Path> files) {
    for (BenchDescription.Server server : BenchFile.read(folder).servers()) {
      int colon = server.address().lastIndexOf(':');
      named.put(
          server.host(),
          new InetSocketAddress(
              server.address().substring(0, colon),
              Integer.parseInt(server.address().substring(colon + 1))));
      files.add(Path.of(server.root()));
    }
  }

  /// What a served bench offers to operators.
  static Optional<OrderActs.Served> operator(Path folder) {
    return BenchFile.read(folder).servers().stream()
        .filter(each -> each.kind().equals("es2+"))
        .findFirst()
        .map(each ->
            new OrderActs.Served(
                each.host(),
                folder.resolve(BenchServers.OPERATOR_KEY),
                BenchServers.OPERATOR_PASSWORD));
  }

  private static void tell(Certificate root, Journal journal) {
    var unused =
        journal.append(
            new Event.Book("lab", Map.of("root", root.subject(), "key", root.keyId().hex())));
  }

  private ProxySelector proxies() {
    return network
        .proxy()
        .map(chosen -> ProxySelector.of(chosen.address().map(ServerWays::resolved).orElse(null)))
        .orElseGet(() -> new SystemProxies(environment, ProxySelector.getDefault()));
  }

  private static InetSocketAddress resolved(InetSocketAddress address) {
    return new InetSocketAddress(address.getHostString(), address.getPort());
  }
}
