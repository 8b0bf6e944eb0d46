package simwright.ui;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.testfx.api.FxToolkit;
import simwright.ui.frame.Screen;

/// The console over made-up parts, in a window as small as the smallest screen.
public final class DemoConsole {
  private final Console console;
  private final OnScreen screen;

  private DemoConsole(Console console, OnScreen screen) {
    this.console = console;
    this.screen = screen;
  }

  /// Opens it as a person finds it.
  public static DemoConsole open(DemoParts demo) throws Exception {
    return open(demo, _ -> {});
  }

  /// Opens it on one of its screens.
  public static DemoConsole open(DemoParts demo, Screen first) throws Exception {
    return open(demo, console -> console.navigation().show(first));
  }

  private static DemoConsole open(DemoParts demo, Consumer<Console> before) throws Exception {
    AtomicReference<Console> made = new AtomicReference<>();
    OnScreen screen =
        OnScreen.open(
            () -> {
              Console console = new Console(demo.parts());
              before.accept(console);
              made.set(console);
              return console.root();
            },
            1024,
            700);
    return new DemoConsole(made.get(), screen);
  }

  /// The console.
  public Console console() {
    return console;
  }

  /// What is seen of it.
  public OnScreen screen() {
    return screen;
  }

  /// Ends the console and its window.
  public void close() throws Exception {
    OnScreen.onFx(() -> {
      console.close();
      return true;
    });
    FxToolkit.cleanupStages();
  }
}
