package simwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.TabPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.time.HandTime;
import simwright.ui.frame.Screen;
import simwright.ui.fx.LongWords;
import simwright.ui.fx.Theme;

/// Every screen while it reads, when reading failed, in a language of long words, on a large
/// display, and what opens beside and above the screens.
class ScreenStatesTest {
  private final DemoParts demo = new DemoParts(new HandTime());
  private DemoConsole shown;
  private OnScreen screen;

  @AfterEach
  void close() throws Exception {
    shown.close();
  }

  private void open() throws Exception {
    shown = DemoConsole.open(demo);
    screen = shown.screen();
  }

  private void show(Screen one, Theme theme) throws Exception {
    OnScreen.onFx(() -> {
      shown.console().navigation().show(one);
      theme.on(screen.stage().getScene());
      return true;
    });
  }

  private void tab(int index) throws Exception {
    OnScreen.onFx(() -> {
      Look.visible(screen.stage().getScene().getRoot()).stream()
          .filter(TabPane.class::isInstance)
          .map(TabPane.class::cast)
          .forEach(pane -> pane.getSelectionModel().select(index));
      return true;
    });
  }

  @Test
  void whatIsReadSaysSoAndWhatCouldNotBeReadSaysWhy() throws Exception {
    CountDownLatch gate = new CountDownLatch(1);
    demo.reading =
        () -> {
          OnScreen.hold(gate);
          throw new Fault(new FaultCode("store", "unusable"), "reading the log", "audit.db");
        };
    open();
    show(Screen.AUDIT, Theme.LIGHT);
    screen.awaitWords("Reading the log");
    screen.look("states audit reading");
    tab(1);
    screen.awaitWords("Reading the log");
    screen.look("states identities reading");
    show(Screen.ACCEPTANCE, Theme.DARK);
    tab(2);
    screen.awaitWords("Reading the log");
    screen.look("states results reading");
    gate.countDown();
    screen.awaitWords("could not be read (store/unusable)");
    screen.look("states results failed");
    show(Screen.AUDIT, Theme.LIGHT);
    screen.awaitWords("could not be read (store/unusable)");
    screen.look("states identities failed");
    tab(0);
    screen.awaitWords("could not be read (store/unusable)");
    screen.look("states audit failed");
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void nothingIsCutOffInALanguageOfLongWords() throws Exception {
    try (LongWords words = new LongWords()) {
      SnapshotTest.fill(demo);
      open();
      everything("long words", 1024, 700, 1);
    }
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void nothingIsCutOffOnALargeDisplay() throws Exception {
    SnapshotTest.fill(demo);
    open();
    everything("4k", 1280, 720, 3);
    assertEquals(List.of(), screen.faults());
  }

  private void everything(String name, double width, double height, double scale) throws Exception {
    for (Theme theme : Theme.values()) {
      for (Screen one : Screen.values()) {
        show(one, theme);
        int tabs =
            switch (one) {
              case AUDIT -> 2;
              case PROFILES -> 3;
              case FAILOVER -> 4;
              case ACCEPTANCE -> 7;
              case CATALOG, HELP -> 5;
              case BENCH, DATA, TERMINAL -> 1;
            };
        for (int tab = 0; tab < tabs; tab++) {
          tab(tab);
          org.testfx.util.WaitForAsyncUtils.waitForFxEvents(8);
          screen.look("%s %s %d %s".formatted(name, one, tab, theme), width, height, scale);
        }
      }
    }
  }

  @Test
  void theCardIsShownWithItsDownloadAndWithoutAnEuicc() throws Exception {
    demo.devices.set(List.of(demo.connected("ec25", "EC25", true)));
    open();
    show(Screen.PROFILES, Theme.LIGHT);
    screen.awaitWords("Operator profile Paris");
    screen.look("profiles rows");
    screen.command("Download a profile");
    screen.awaitWords("PROD-FR-PARIS-2026");
    screen.look("profiles download begins");
    screen.type("LPA:2$x");
    screen.awaitWords("rsp/code-format");
    screen.look("profiles download wrong code");
    screen.press("Close");
    screen.command("Rename Bench");
    screen.type("Field");
    screen.look("profiles renaming");
    screen.keys(javafx.scene.input.KeyCode.ENTER);
    screen.awaitWords("It is called Field now");
    show(Screen.PROFILES, Theme.DARK);
    screen.command("Send all notifications");
    screen.awaitWords("Still waiting: 1");
    screen.command("Show the notifications of the card");
    screen.awaitWords("rsp/unreachable");
    screen.look("profiles outbox stays");
    demo.card.before =
        _ -> {
          throw new Fault(
              new FaultCode("at", "no-application"), "opening", "EC25", "+CCHO ERROR", null);
        };
    screen.keys(javafx.scene.input.KeyCode.F5);
    screen.awaitWords("This card is no eUICC");
    screen.look("profiles plain sim");
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void whatOpensBesideAndAboveAScreenIsSound() throws Exception {
    SnapshotTest.fill(demo);
    CountDownLatch end = new CountDownLatch(1);
    demo.body =
        context -> {
          context.progress().at("registering in the network", 3, 9);
          OnScreen.hold(end);
          return "over";
        };
    open();
    show(Screen.TERMINAL, Theme.DARK);
    screen.command("Explain line");
    screen.look("beside explain");
    screen.command("Edit macros");
    screen.look("beside macros");
    demo.run("first-boot", "ec25");
    screen.awaitWords("registering in the network");
    screen.command("Show what the jobs did");
    screen.awaitWords("registering in the network 3/9");
    screen.look("above timeline");
    end.countDown();
    screen.awaitWords("ended");
    screen.keys(javafx.scene.input.KeyCode.ESCAPE);
    screen.press("Fold or unfold the rail");
    screen.look("rail narrow");
    assertEquals(List.of(), screen.faults());
  }
}
