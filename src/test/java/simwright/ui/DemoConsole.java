package simwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.testfx.api.FxToolkit;
import simwright.ui.frame.Screen;
import simwright.ui.fx.ScreenCodes;

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

  /// Ends the console and its window; what broke on the screen's thread meanwhile fails the test.
  public void close() throws Exception {
    List<String> broken = OnScreen.onFx(this::broken);
    OnScreen.onFx(() -> {
      console.close();
      return true;
    });
    FxToolkit.cleanupStages();
    assertEquals(List.of(), broken);
  }

  private List<String> broken() {
    return console.notices().all().stream()
        .map(notice -> notice.words())
        .filter(words -> words.code().equals(ScreenCodes.DEFECT.toString()))
        .map(words -> words.what() + " " + words.evidence())
        .toList();
  }
}
