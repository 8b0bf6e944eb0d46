package simwright.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import simwright.audit.AuditCodes;
import simwright.cli.Exit;
import simwright.cli.Network;
import simwright.cli.Place;
import simwright.cli.Program;
import simwright.cli.Session;
import simwright.cli.Terminal;
import simwright.cli.Window;
import simwright.fault.Fault;
import simwright.hardware.HardwareProfiles;
import simwright.job.BenchActs;
import simwright.lab.BenchControl;
import simwright.lab.BenchFile;
import simwright.lab.SimulatedBench;
import simwright.rsp.qr.Camera;
import simwright.rsp.qr.CameraPlace;
import simwright.sim.Offers;
import simwright.sim.ProcessLinks;
import simwright.sim.SimBench;
import simwright.sim.SimHandset;
import simwright.sim.fault.FaultKind;
import simwright.sim.pty.PseudoTerminal;
import simwright.store.DataDirectory;
import simwright.time.SystemTime;
import simwright.time.Task;
import simwright.time.Time;

/// Puts the program together, by hand.
final class Wiring implements Program, AutoCloseable {
  private static final Duration STOPPING = Duration.ofSeconds(5);

  private final SystemTime time = new SystemTime();
  private final ProcessLinks cables = new ProcessLinks();
  private final Map<String, String> environment;
  private final boolean terminals;
  private final Optional<Terminal> terminal;

  Wiring() {
    this(System.getenv());
  }

  /// With a terminal where who signs in can be asked.
  Wiring(Terminal terminal) {
    this(System.getenv(), PseudoTerminal.available(), Optional.of(terminal));
  }

  /// With an environment of its own, for tests.
  Wiring(Map<String, String> environment) {
    this(environment, PseudoTerminal.available());
  }

  /// The same; without terminals, simulated devices exist within this program only.
  Wiring(Map<String, String> environment, boolean terminals) {
    this(environment, terminals, Optional.empty());
  }

  private Wiring(Map<String, String> environment, boolean terminals, Optional<Terminal> terminal) {
    this.environment = environment;
    this.terminals = terminals;
    this.terminal = terminal;
  }

  @Override
  public Session open(Place place, Network network) {
    // A bench that was named has to be there; one that ends later only has no devices any more.
    place.bench().ifPresent(BenchControl::served);
    OpenData data = open(place.data(), place::bench, network);
    try {
      place.person().ifPresent(name -> data.log().signIn(name, secret(name)));
    } catch (Fault refused) {
      data.close();
      throw refused;
    }
    return data;
  }

  private char[] secret(String name) {
    String given = environment.get("SIMWRIGHT_SECRET");
    if (given != null) {
      return given.toCharArray();
    }
    return terminal
        .flatMap(each -> each.secret("Secret of " + name + ": ", time))
        .orElseThrow(() -> new Fault(AuditCodes.SECRET_NEEDED, "signing in", name));
  }

  OpenData open(Optional<Path> folder, Supplier<Optional<Path>> bench) {
    return open(folder, bench, Network.plain());
  }

  OpenData open(Optional<Path> folder, Supplier<Optional<Path>> bench, Network network) {
    DataDirectory data = DataDirectory.choose(folder, environment);
    return new OpenData(
        data,
        bench,
        new SimulatedLinks(this::bench, cables),
        new ServerWays(bench, network, environment, data.roots(), time),
        time);
  }

  /// Checked before JavaFX is loaded, as it only throws.
  @Override
  public boolean displayed() {
    if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux")) {
      return true;
    }
    return System.getProperty("glass.platform") != null
        || List.of("DISPLAY", "WAYLAND_DISPLAY").stream()
            .anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
  }

  @Override
  public void console(Place place, Network network, Window window) {
    place.bench().ifPresent(BenchControl::served);
    ConsoleApp.open(new ConsoleApp.Opening(this, place, network, window));
  }

  @Override
  public SimulatedBench bench() {
    return new SimBench(HardwareProfiles.shipped(), time, cables, terminals);
  }

  @Override
  public Optional<Path> benchOf(String link) {
    if (link.contains(":")) {
      return Optional.empty();
    }
    Path path = Path.of(link).toAbsolutePath();
    return BenchFile.find(path).flatMap(_ -> Optional.ofNullable(path.getParent()));
  }

  @Override
  public BenchActs benchActs() {
    return new BenchActs(time);
  }

  @Override
  public List<String> simulated() {
    return Stream.concat(
            Offers.names(HardwareProfiles.shipped()).stream(), SimHandset.names().stream())
        .sorted()
        .toList();
  }

  @Override
  public Task whenStopped(Runnable wish) {
    return time.whenStopped(wish, STOPPING, Exit.ABORTED);
  }

  @Override
  public Task whenStopped(Runnable wish, Runnable late) {
    return time.whenStopped(wish, late, STOPPING, Exit.ABORTED);
  }

  @Override
  public Map<String, String> faults() {
    return FaultKind.described();
  }

  @Override
  public void untilStopped(Runnable before) {
    time.untilStopped(before);
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public Time time() {
    return time;
  }

  @Override
  public Optional<String> version() {
    return Optional.ofNullable(Wiring.class.getModule().getDescriptor())
        .flatMap(descriptor -> descriptor.rawVersion());
  }

  @Override
  public void close() {
    time.close();
  }

  /// Opens the camera of this computer.
  Camera camera() {
    return CameraPlace.of(environment).open(time);
  }
}
