package simwright.link.adb;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import simwright.fault.Fault;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.link.LinkProvider;
import simwright.link.LinkSettings;
import simwright.link.PortInfo;
import simwright.link.ShellLink;
import simwright.time.Time;

/// Handsets by their serial numbers, `adb:SERIAL`, through the adb server that is there; none is
/// started by this program.
public final class AdbLinks implements LinkProvider {
  /// The scheme of its addresses.
  public static final String SCHEME = "adb";

  private static final Duration OPENING = Duration.ofSeconds(5);

  private final ServerPlace server;
  private final Predicate<LinkAddress> simulated;
  private final Time time;
  private final HandsetWatch watch;

  /// Handsets of the server that the environment names.
  public AdbLinks(Predicate<LinkAddress> simulated, Time time) {
    this(ServerPlace.of(System.getenv()), simulated, time);
  }

  /// Those of another server; `simulated` tells which address leads to a simulated handset.
  public AdbLinks(ServerPlace server, Predicate<LinkAddress> simulated, Time time) {
    this.server = server;
    this.simulated = simulated;
    this.time = time;
    this.watch = new HandsetWatch(server, time);
  }

  @Override
  public String scheme() {
    return SCHEME;
  }

  @Override
  public List<PortInfo> list() {
    return watch.handsets().stream()
        .map(line ->
            line.port(line.played() || simulated.test(new LinkAddress(SCHEME, line.serial()))))
        .toList();
  }

  /// Whether the adb server says that the handset at an address is a simulated one.
  public boolean plays(LinkAddress address) {
    return address.scheme().equals(SCHEME)
        && watch.handsets().stream()
            .anyMatch(line -> line.played() && line.serial().equals(address.path()));
  }

  @Override
  public ByteLink open(LinkAddress address, LinkSettings settings) {
    throw new Fault(LinkCodes.UNSUPPORTED, "opening a link for bytes", address.toString());
  }

  @Override
  public boolean carriesShell(LinkAddress address) {
    return true;
  }

  @Override
  public ShellLink openShell(LinkAddress address) {
    return AdbShell.open(server, address, time.deadline(OPENING));
  }
}
