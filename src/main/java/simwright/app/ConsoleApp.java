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

/// The window, with the simulated bench attached.
public final class ConsoleApp extends Application {
  private static final AtomicReference<@Nullable Wiring> WIRING = new AtomicReference<>();

  private final AtomicReference<Optional<Path>> folder = new AtomicReference<>(Optional.empty());
  private @Nullable OpenData data;
  private @Nullable SimulatedBench bench;
  private @Nullable Console console;
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
    Console window =
        new Console(
            new ConsoleParts(
                wiring.time(),
                opened.jobs(),
                opened.acts().devices(),
                new ScreenStatus(opened.book()),
                new ScreenWords(runbook),
                acts,
                new ScreenTerminal(opened, runbook, this::attendant),
                new ScreenAcceptance(),
                new ScreenAudit(opened, this::attendant, wiring.time()),
                new ScreenHelp(runbook, opened.data()),
                List.of()));
    console = window;
    stageAttendant = window.attendant(stage);
    window.start(stage);
  }

  private Attendant attendant() {
    return stageAttendant;
  }

  @Override
  public void stop() {
    if (console != null) {
      console.close();
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
