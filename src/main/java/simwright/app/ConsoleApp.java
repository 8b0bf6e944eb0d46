package simwright.app;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// The window, with the simulated bench attached.
public final class ConsoleApp extends Application {
  private static final AtomicReference<@Nullable Wiring> WIRING = new AtomicReference<>();

  private @Nullable OpenConsole opened;

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
    OpenConsole now = new OpenConsole(wiring, Optional.empty());
    opened = now;
    now.startBench();
    now.follow();
    now.answer(now.console().attendant(stage));
    now.console().start(stage);
  }

  @Override
  public void stop() {
    if (opened != null) {
      opened.close();
    }
  }
}
