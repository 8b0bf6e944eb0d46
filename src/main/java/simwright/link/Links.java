package simwright.link;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.time.Deadline;
import simwright.time.Task;
import simwright.time.Time;
import simwright.transcript.Transcript;

/// The only place where a link is opened, so that each has its transcript; and the list of ports as
/// it changes.
public final class Links implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(300);

  /// Fourteen digits in a row would be taken for an identifier, and shortened in the log.
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// Counts for the whole program, as several may open the same port within one second.
  private static final AtomicInteger OPENED = new AtomicInteger();

  private final List<LinkProvider> providers;
  private final Path transcripts;
  private final Predicate<LinkAddress> simulated;
  private final Time time;
  private final Value<List<PortInfo>> ports = new Value<>(List.of());
  private final PortMemory memory = new PortMemory();
  private final Set<Port> open = ConcurrentHashMap.newKeySet();
  private final Set<CardPort> cards = ConcurrentHashMap.newKeySet();
  private final Set<ShellPort> shells = ConcurrentHashMap.newKeySet();
  private Set<LinkAddress> before = Set.of();
  private Set<LinkAddress> missing = new HashSet<>();
  private @Nullable Task looking;

  /// Links of these transports; `simulated` tells whether an address leads to a simulated device.
  public Links(
      List<LinkProvider> providers, Path transcripts, Predicate<LinkAddress> simulated, Time time) {
    this.providers = List.copyOf(providers);
    this.transcripts = transcripts;
    this.simulated = simulated;
    this.time = time;
  }

  /// Starts looking for ports that come and go, several times a second.
  public synchronized void start() {
    look();
    if (looking == null) {
      looking = time.every(LOOK, "hot-plug", this::look);
    }
  }

  /// Looks once, now.
  public synchronized void look() {
    List<PortInfo> found = new ArrayList<>();
    for (LinkProvider provider : providers) {
      found.addAll(provider.list());
    }
    found.sort(Comparator.comparing(port -> port.address().toString()));
    memory.saw(found);
    ports.set(List.copyOf(found));
    endVanished(found.stream().map(PortInfo::address).collect(Collectors.toSet()));
  }

  /// An open port that was listed and is missing twice running has vanished, whatever its driver
  /// says.
  private void endVanished(Set<LinkAddress> now) {
    Set<LinkAddress> gone = new HashSet<>(before);
    gone.removeAll(now);
    open.removeIf(port -> !port.isOpen());
    missing.removeAll(now);
    open.stream().filter(port -> missing.contains(port.address())).forEach(Port::vanished);
    cards.removeIf(port -> !port.isOpen());
    cards.stream().filter(port -> missing.contains(port.address())).forEach(CardPort::vanished);
    shells.removeIf(port -> !port.isOpen());
    shells.stream().filter(port -> missing.contains(port.address())).forEach(ShellPort::vanished);
    missing = gone;
    before = now;
  }

  /// By what a port is to be known again when its device comes back.
  public PortIdentity identity(PortInfo port) {
    return memory.identity(port);
  }

  /// Which of these ports is which of the wanted ones, in the order of these; no port is given to
  /// two.
  public List<Optional<PortInfo>> again(List<PortIdentity> wanted, List<PortInfo> now) {
    return memory.again(wanted, now);
  }

  /// Who holds a port, as far as this user may see it; nothing is opened by asking.
  public Optional<String> holder(LinkAddress address) {
    return provider(address).holder(address);
  }

  /// What a person should know about ports on this machine before opening one.
  public List<String> warnings() {
    return providers.stream().flatMap(each -> each.warnings().stream()).toList();
  }

  /// The ports there are.
  public Observable<List<PortInfo>> ports() {
    return ports;
  }

  /// What is known of an address, listed or not.
  public PortInfo describe(LinkAddress address) {
    return ports.get().stream()
        .filter(port -> port.address().equals(address))
        .findFirst()
        .orElseGet(() -> unlisted(address));
  }

  private PortInfo unlisted(LinkAddress address) {
    return address.byHand()
        ? PortInfo.unlisted(ByHand.named(address.path()), false)
        : PortInfo.unlisted(address, simulated.test(address));
  }

  /// Opens an address exclusively, with a transcript of its own.
  public Port open(LinkAddress address, LinkSettings settings) {
    LinkAddress carried = provider(address).carried(address);
    ByteLink link = provider(carried).open(carried, settings);
    boolean mark = simulated.test(address);
    try {
      Path file = transcripts.resolve(name(address));
      Port port =
          new Port(link, Transcript.create(file, address.toString(), mark, time), mark, time);
      open.add(port);
      return port;
    } catch (Fault fault) {
      link.close();
      throw fault;
    }
  }

  /// Whether an address leads to a card, opened by `openCard`, and not to a port for bytes.
  public boolean leadsToCard(LinkAddress address) {
    return providers.stream()
        .anyMatch(each -> each.scheme().equals(address.scheme()) && each.carriesCards(address));
  }

  /// Whether an address leads to a shell, opened by `openShell`, and not to a port for bytes.
  public boolean leadsToShell(LinkAddress address) {
    return providers.stream()
        .anyMatch(each -> each.scheme().equals(address.scheme()) && each.carriesShell(address));
  }

  /// Opens the shell of a device, with a transcript of its own.
  public ShellPort openShell(LinkAddress address) {
    ShellLink link = provider(address).openShell(address);
    boolean mark = simulated.test(address);
    try {
      Path file = transcripts.resolve(name(address));
      ShellPort port =
          new ShellPort(link, Transcript.create(file, address.toString(), mark, time), mark, time);
      shells.add(port);
      return port;
    } catch (Fault fault) {
      link.close();
      throw fault;
    }
  }

  /// Powers the card behind an address, with a transcript of its own.
  public CardPort openCard(LinkAddress address, Deadline deadline) {
    LinkProvider provider = provider(address);
    boolean mark = simulated.test(address);
    Path file = transcripts.resolve(name(address));
    CardPort port =
        new CardPort(
            address,
            () -> provider.openCard(address),
            () -> Transcript.create(file, address.toString(), mark, time),
            mark,
            time);
    try {
      port.open(deadline);
      cards.add(port);
      return port;
    } catch (Fault fault) {
      port.close();
      throw fault;
    }
  }

  private LinkProvider provider(LinkAddress address) {
    return providers.stream()
        .filter(each -> each.scheme().equals(address.scheme()))
        .findFirst()
        .orElseThrow(() -> new Fault(LinkCodes.UNSUPPORTED, "opening a link", address.toString()));
  }

  @Override
  public synchronized void close() {
    if (looking != null) {
      looking.cancel();
      looking = null;
    }
  }

  private String name(LinkAddress address) {
    String path = address.path().replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^_+", "");
    String tail = path.substring(Math.max(0, path.length() - 40));
    String unique =
        Long.toString(ProcessHandle.current().pid(), 36) + "-" + OPENED.incrementAndGet();
    return STAMP.format(time.now()) + "-" + tail + "-" + unique + ".txt";
  }
}
