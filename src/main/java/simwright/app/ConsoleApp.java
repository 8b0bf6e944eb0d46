package simwright.app;

import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import simwright.cli.Network;
import simwright.cli.Place;
import simwright.cli.Window;
import simwright.time.StopSignals;
import simwright.time.Task;

/// The window, with the simulated bench attached unless a served one was named.
public final class ConsoleApp extends Application {
  private static final AtomicReference<@Nullable Opening> OPENING = new AtomicReference<>();

  private @Nullable OpenConsole opened;

  /// What to open.
  record Opening(Wiring wiring, Place place, Network network, Window window) {}

  /// Opens the window and returns when it is closed.
  static void open(Opening opening) {
    OPENING.set(opening);
    launch(ConsoleApp.class);
  }

  @Override
  public void start(Stage stage) {
    Opening opening = OPENING.get();
    if (opening == null) {
      throw new IllegalStateException("the window is opened by Main");
    }
    OpenConsole now =
        opening
            .window()
            .bundle()
            .map(bundle -> OpenConsole.bundle(opening.wiring(), bundle))
            .orElseGet(
                () -> new OpenConsole(opening.wiring(), opening.place().data(), opening.network()));
    opened = now;
    if (opening.window().bundle().isEmpty()) {
      opening.place().bench().ifPresentOrElse(now::attach, now::startBench);
      now.follow();
    }
    if (opening.window().bundle().isPresent()) {
      // what it laid out is thrown away however it is asked to end
      Task unused = StopSignals.on(Platform::exit);
    }
    now.answer(now.console().attendant(stage));
    now.console().start(stage);
    opening.window().code().ifPresent(code -> now.console().download(code.text()));
    if (opening.window().untilPainted()) {
      endWhenPainted(stage.getScene(), opening.window().painted());
    }
  }

  /// What the first pulse lays out has been painted when the second one is done with its layout.
  private static void endWhenPainted(Scene scene, Runnable painted) {
    int[] pulses = new int[1];
    scene.addPostLayoutPulseListener(() -> {
      pulses[0]++;
      if (pulses[0] == 2) {
        painted.run();
        Platform.exit();
      } else {
        Platform.requestNextPulse();
      }
    });
    Platform.requestNextPulse();
  }

  @Override
  public void stop() {
    if (opened != null) {
      opened.close();
    }
  }
}
