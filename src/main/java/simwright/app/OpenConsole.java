package simwright.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import simwright.ask.Attendant;
import simwright.cli.Network;
import simwright.lab.Disturbance;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.runbook.Runbook;
import simwright.store.DataDirectory;
import simwright.ui.Console;
import simwright.ui.ConsoleParts;
import simwright.ui.audit.BookAudit;
import simwright.ui.frame.RunbookWords;
import simwright.ui.help.About;
import simwright.ui.help.HelpSource;
import simwright.ui.help.RunbookHelp;

/// The console over an opened data folder, with the simulated bench it can start; closed in
/// reverse.
final class OpenConsole implements AutoCloseable {
  private static final List<DeviceRequest> DEVICES =
      List.of(
          new DeviceRequest("ec25", "ec25", "", 1), new DeviceRequest("generic", "generic", "", 2));

  private final Wiring wiring;
  private final AtomicReference<Optional<Path>> folder = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Attendant> attendant = new AtomicReference<>(Attendant.absent());
  private final OpenData data;
  private final BookAudit log;
  private final ScreenPeople people;
  private final ScreenDesk desk;
  private final Console console;
  private @Nullable OwnBench bench;

  /// Opens a data folder, the platform's own where none is asked for, and makes the screens over
  /// it.
  OpenConsole(Wiring wiring, Optional<Path> asked) {
    this(wiring, asked, Network.plain());
  }

  /// The same with ways to servers of its own.
  OpenConsole(Wiring wiring, Optional<Path> asked, Network network) {
    this.wiring = wiring;
    this.data = wiring.open(asked, folder::get, network);
    Runbook runbook = Runbook.shipped();
    this.log =
        new BookAudit(
            data.book(), data.jobs(), wiring.time(), new LogExport(data), data.log()::identities);
    this.people = new ScreenPeople(data.log());
    this.desk = new ScreenDesk(data.data(), wiring.time());
    this.console =
        new Console(
            new ConsoleParts(
                wiring.time(),
                data.jobs(),
                data.acts().devices(),
                log,
                new RunbookWords(runbook),
                new ScreenActs(data, this::startBench, attendant::get),
                new ScreenProfiles(data, folder::get, attendant::get),
                new ScreenTerminal(data, runbook, attendant::get),
                new ScreenAcceptance(data, attendant::get),
                new ScreenPlans(data, attendant::get),
                new ScreenResults(data),
                new ScreenRegistry(data, attendant::get),
                log,
                new RunbookHelp(runbook, this::about),
                people,
                new ScreenTrust(data.ways()),
                desk,
                List.of()));
    data.refusedAtStart().forEach(console.notices()::tell);
  }

  /// Begins to follow the ports.
  void follow() {
    data.follow();
  }

  /// Who answers what jobs ask, once there is a window.
  void answer(Attendant now) {
    attendant.set(now);
  }

  Console console() {
    return console;
  }

  OpenData data() {
    return data;
  }

  /// Starts the simulated bench unless it runs.
  synchronized void startBench() {
    if (bench == null) {
      OwnBench made = OwnBench.start(wiring.bench(), DEVICES);
      made.startServers();
      bench = made;
      folder.set(Optional.of(made.folder()));
      data.lookForLab();
    }
  }

  /// Takes the devices of a bench that another process serves.
  void attach(Path served) {
    folder.set(Optional.of(served));
    data.lookForLab();
  }

  /// Disturbs a device of the simulated bench.
  synchronized void disturb(String device, Disturbance disturbance) {
    if (bench != null) {
      bench.disturb(device, disturbance);
    }
  }

  private List<HelpSource.Term> about() {
    DataDirectory folder = data.data();
    return new About(
            wiring.version().orElse(Main.VERSION),
            ProgramFiles.words(wiring.time().zone()),
            folder.root(),
            folder.database(),
            folder.transcripts(),
            data.ways().roots())
        .terms();
  }

  @Override
  public void close() {
    console.close();
    log.close();
    people.close();
    desk.close();
    data.close();
    closeBench();
  }

  private synchronized void closeBench() {
    if (bench != null) {
      bench.close();
      bench = null;
    }
  }
}
