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
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.rsp.http.SystemProxies;
import simwright.rsp.http.Ways;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Exceptions;
import simwright.rsp.trust.RootFile;
import simwright.rsp.trust.RootFolder;
import simwright.rsp.trust.Trust;
import simwright.rsp.trust.TrustedRoot;
import simwright.sim.server.BenchServers;
import simwright.time.Time;

/// The ways to servers and the roots they are believed by. The test root of a served bench, and one
/// that was named for a lab, make a lab of it, which is written into the log before anything else.
final class ServerWays {
  private static final String METERED = "SIMWRIGHT_METERED";

  private final Supplier<Optional<Path>> bench;
  private final Network network;
  private final Map<String, String> environment;
  private final Path folder;
  private final Time time;
  private final Set<String> told = ConcurrentHashMap.newKeySet();
  private final Value<List<Certificate>> lab = new Value<>(List.of());

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

  /// Looks which test roots there are now, which makes a lab or ends it.
  void look() {
    Set<Path> files = new LinkedHashSet<>(network.labRoots());
    bench.get().ifPresent(folder -> served(folder, new HashMap<>(), files));
    lab.set(read(files));
  }

  /// The test roots that were found at the last look; none outside a lab.
  Observable<List<Certificate>> lab() {
    return lab;
  }

  /// Tells the journal once of each test root.
  void tell(Journal journal) {
    lab.get().stream()
        .filter(each -> told.add(each.fingerprint()))
        .forEach(each -> tell(each, journal));
  }

  /// All roots that are believed now.
  List<TrustedRoot> roots() {
    List<TrustedRoot> all = new ArrayList<>();
    shared().roots().forEach(each -> all.add(TrustedRoot.of(each, TrustedRoot.Origin.live(each))));
    lab.get().forEach(each -> all.add(TrustedRoot.of(each, TrustedRoot.Origin.LAB)));
    return all;
  }

  /// As things are now; a lab is told to the journal once.
  Servers servers(Journal journal, Exceptions exceptions) {
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
    List<Certificate> roots = read(files);
    lab.set(roots);
    tell(journal);
    RootFolder shared = shared();
    List<Certificate> all = new ArrayList<>(shared.roots());
    roots.stream().filter(each -> !all.contains(each)).forEach(all::add);
    return new Servers(
        new Trust(all, shared.lists()),
        new Ways(named, others, proxies()),
        roots,
        exceptions,
        time);
  }

  private List<Certificate> read(Set<Path> files) {
    return files.stream()
        .flatMap(file -> RootFile.read(file, time.now()).stream())
        .distinct()
        .toList();
  }

  /// Whether the way to servers is paid for by volume, as was said for this run, or of this
  /// computer.
  boolean metered() {
    return network.metered() || environment.getOrDefault(METERED, "").matches("1|yes|true");
  }

  /// GSMA's roots, those in the box and those in the data folder's own folder of roots.
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
                folder,
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
