package simwright.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import simwright.ask.Attendant;
import simwright.lab.SimulatedBench;
import simwright.runbook.Runbook;
import simwright.ui.Console;
import simwright.ui.ConsoleParts;
import simwright.ui.audit.BookAudit;
import simwright.ui.frame.RunbookWords;
import simwright.ui.help.HelpSource;
import simwright.ui.help.RunbookHelp;

/// The window, with the simulated bench attached.
public final class ConsoleApp extends Application {
  private static final AtomicReference<@Nullable Wiring> WIRING = new AtomicReference<>();

  private final AtomicReference<Optional<Path>> folder = new AtomicReference<>(Optional.empty());
  private @Nullable OpenData data;
  private @Nullable SimulatedBench bench;
  private @Nullable Console console;
  private @Nullable BookAudit audit;
  private Attendant stageAttendant = Attendant.absent();

  /// Opens the window and returns when it is closed.
  static void open(Wiring wiring) {
    WIRING.set(wiring);
    launch(ConsoleApp.class);
  }

  @Override
  public void start(Stage stage) {
    Wiring wiring = WIRING.get();
    if (wiring == null) {
      throw new IllegalStateException("the window is opened by Main");
    }
    OpenData opened = wiring.open(Optional.empty(), folder::get);
    data = opened;
    startBench(wiring);
    opened.follow();
    Runbook runbook = Runbook.shipped();
    ScreenActs acts = new ScreenActs(opened, () -> startBench(wiring), this::attendant);
    BookAudit log =
        new BookAudit(
            opened.book(),
            opened.jobs(),
            wiring.time(),
            new LogExport(opened),
            System.getProperty("user.name"));
    audit = log;
    Console window =
        new Console(
            new ConsoleParts(
                wiring.time(),
                opened.jobs(),
                opened.acts().devices(),
                log,
                new RunbookWords(runbook),
                acts,
                new ScreenTerminal(opened, runbook, this::attendant),
                new ScreenAcceptance(opened, this::attendant),
                log,
                new RunbookHelp(runbook, about(opened)),
                List.of()));
    console = window;
    stageAttendant = window.attendant(stage);
    window.start(stage);
  }

  private static List<HelpSource.Term> about(OpenData opened) {
    return List.of(
        new HelpSource.Term("Java", System.getProperty("java.version")),
        new HelpSource.Term("Data", opened.data().root().toString()));
  }

  private Attendant attendant() {
    return stageAttendant;
  }

  @Override
  public void stop() {
    if (console != null) {
      console.close();
    }
    if (audit != null) {
      audit.close();
    }
    if (data != null) {
      data.close();
    }
    if (bench != null) {
      bench.close();
    }
  }

  private synchronized void startBench(Wiring wiring) {
    if (bench == null) {
      SimulatedBench made = wiring.bench();
      Path at = SimulatedLinks.folder();
      var unused =
          made.start(
              at,
              List.of(
                  new SimulatedBench.DeviceRequest("ec25", "ec25", "", 1),
                  new SimulatedBench.DeviceRequest("generic", "generic", "", 2)));
      bench = made;
      folder.set(Optional.of(at));
    }
  }
}
