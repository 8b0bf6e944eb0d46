package simwright.app;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import simwright.ask.Attendant;
import simwright.cli.Network;
import simwright.device.Devices;
import simwright.fault.Fault;
import simwright.job.BundleActs;
import simwright.job.JobCodes;
import simwright.lab.Disturbance;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.report.bundle.Bundle;
import simwright.runbook.Runbook;
import simwright.store.DataDirectory;
import simwright.ui.Console;
import simwright.ui.ConsoleParts;
import simwright.ui.audit.AuditSource;
import simwright.ui.audit.BookAudit;
import simwright.ui.frame.Action;
import simwright.ui.frame.RunbookWords;
import simwright.ui.frame.StatusSource;
import simwright.ui.fx.Text;
import simwright.ui.help.About;
import simwright.ui.help.HelpSource;
import simwright.ui.help.RunbookHelp;
import simwright.ui.profile.KeptCard;

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
  private final Optional<BundleView> bundled;
  private final ScreenPeople people;
  private final ScreenDesk desk;
  private final ScreenFailover selections;
  private final ScreenHoles holes;
  private final Console console;
  private Supplier<Optional<Path>> chooser = OpenConsole::chosen;
  private @Nullable OwnBench bench;

  /// Opens a data folder, the platform's own where none is asked for, and makes the screens over
  /// it.
  OpenConsole(Wiring wiring, Optional<Path> asked) {
    this(wiring, asked, Network.plain());
  }

  /// The same with ways to servers of its own.
  OpenConsole(Wiring wiring, Optional<Path> asked, Network network) {
    this(wiring, asked, network, Optional.empty());
  }

  /// Shows a bundle in the same screens, read-only, from a folder that is thrown away.
  static OpenConsole bundle(Wiring wiring, Bundle.Opened opened) {
    try {
      Path folder = Files.createTempDirectory("simwright-bundle");
      return new OpenConsole(wiring, Optional.of(folder), Network.plain(), Optional.of(opened));
    } catch (IOException e) {
      throw new Fault(JobCodes.UNWRITABLE, "opening a bundle", "", e.getMessage(), e);
    }
  }

  private OpenConsole(
      Wiring wiring, Optional<Path> asked, Network network, Optional<Bundle.Opened> opened) {
    this.wiring = wiring;
    this.data = wiring.open(asked, folder::get, network);
    this.bundled = opened.map(each -> new BundleView(each, data.data().root(), data));
    Runbook runbook = Runbook.shipped();
    this.log =
        new BookAudit(
            data.book(), data.jobs(), wiring.time(), new LogExport(data), data.log()::identities);
    this.people = new ScreenPeople(data.log());
    this.desk = new ScreenDesk(data.data(), wiring.time());
    this.selections = new ScreenFailover(data, attendant::get);
    this.holes = new ScreenHoles(data);
    this.console =
        new Console(
            new ConsoleParts(
                wiring.time(),
                data.jobs(),
                bundled.<Devices>map(each -> each).orElseGet(data.acts()::devices),
                bundled.<StatusSource>map(each -> each).orElse(log),
                new RunbookWords(runbook),
                new ScreenActs(data, this::startBench, attendant::get),
                new ScreenProfiles(data, folder::get, attendant::get, wiring::camera, this::kept),
                new ScreenTerminal(data, runbook, attendant::get),
                selections,
                new ScreenDrills(data, attendant::get),
                holes,
                new ScreenAcceptance(data, attendant::get),
                new ScreenPlans(data, attendant::get),
                new ScreenResults(data),
                new ScreenRegistry(data, attendant::get),
                new ScreenCatalog(data, attendant::get),
                new ScreenData(data, attendant::get),
                bundled.<AuditSource>map(each -> each).orElse(log),
                new RunbookHelp(runbook, this::about),
                people,
                new ScreenTrust(data.ways()),
                desk,
                List.of(new Action(Text.of("palette.bundle"), "", this::choose))));
    bundled.ifPresent(each -> {
      console.notices().tell(each.proof());
      console.navigation().deviceProperty().set(each.all().get().getFirst().id());
    });
    data.refusedAtStart().forEach(console.notices()::tell);
  }

  private Optional<KeptCard> kept() {
    return bundled.map(BundleView::card);
  }

  /// A bundle that a person chooses opens in a window of its own.
  private void choose() {
    chooser.get().ifPresent(this::show);
  }

  private static Optional<Path> chosen() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(Text.of("palette.bundle"));
    chooser
        .getExtensionFilters()
        .addAll(
            new FileChooser.ExtensionFilter(Text.of("bundle.files"), "*.zip"),
            new FileChooser.ExtensionFilter(Text.of("bundle.files.all"), "*"));
    return Optional.ofNullable(chooser.showOpenDialog(null)).map(File::toPath);
  }

  /// Has files chosen otherwise than in the system's dialog.
  void chooseBy(Supplier<Optional<Path>> other) {
    chooser = other;
  }

  private void show(Path file) {
    try {
      OpenConsole other = bundle(wiring, BundleActs.open(file, Optional.empty()));
      Stage stage = new Stage();
      stage.setOnHidden(_ -> other.close());
      other.answer(other.console().attendant(stage));
      other.console().start(stage);
    } catch (Fault refused) {
      console.notices().tell(refused);
    }
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
    selections.close();
    holes.close();
    desk.close();
    data.close();
    bundled.ifPresent(BundleView::forget);
    closeBench();
  }

  private synchronized void closeBench() {
    if (bench != null) {
      bench.close();
      bench = null;
    }
  }
}
