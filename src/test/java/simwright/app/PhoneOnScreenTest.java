package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import simwright.acceptance.RunSummary;
import simwright.acceptance.Safety;
import simwright.acceptance.plan.Outcome;
import simwright.ask.Agreeing;
import simwright.rsp.ActivationCode;
import simwright.rsp.qr.Picture;
import simwright.rsp.qr.QrCodes;
import simwright.sim.pty.PseudoTerminal;
import simwright.ui.OnScreen;

/// A phone that no tool can drive, tested in the console as a person does it: a simulated card
/// downloads with the code that a camera reads off the window, and the bench's server tells of it.
class PhoneOnScreenTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir Path folder;
  private Wiring wiring;
  private OpenConsole opened;
  private OnScreen screen;

  @BeforeEach
  void open() throws Exception {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    FxToolkit.registerPrimaryStage();
    wiring = new Wiring();
    opened = OnScreen.onFx(() -> new OpenConsole(wiring, Optional.of(folder)));
    screen = OnScreen.open(() -> opened.console().root(), 1280, 800);
    opened.answer(opened.console().attendant(screen.stage()));
    opened.follow();
    screen.command("Start the simulated bench");
    screen.awaitWords("ec25");
    screen.keys(KeyCode.CONTROL, KeyCode.DIGIT4);
  }

  @AfterEach
  void close() throws Exception {
    if (opened != null) {
      OnScreen.onFx(() -> {
        opened.close();
        return true;
      });
      FxToolkit.cleanupStages();
      wiring.close();
    }
  }

  private void added() throws Exception {
    screen.command("Add a phone that is tested by hand");
    screen.awaitWords("A phone that no tool can drive is tested by hand");
    screen.look("phone added");
    screen.type("galaxy");
    screen.keys(KeyCode.ENTER);
    screen.awaitWords("galaxy · By hand");
  }

  @Test
  void thePhonePassesBecauseTheServerSaysSo() throws Exception {
    added();
    screen.awaitWords("galaxy is tested by hand, and");
    screen.awaitWords("such as Phone by hand");
    screen.command("Run Phone by hand on galaxy");
    screen.awaitWords("Which phone is it");
    told("Simwright Phone");
    screen.awaitWords("Which software is on it");
    told("Android 16 SW1A.001");
    screen.awaitWords("Scan this code with the phone");
    screen.look("phone asked");
    String code = scanned();
    download(code);
    answer("It asks");
    answer("It is listed");
    answer("It is registered");
    answer("It loads");
    answer("Done");
    screen.await("the run is over", () -> over().isPresent());
    RunSummary run = over().orElseThrow();
    assertEquals(Optional.of(Outcome.PASS), run.outcome(), run.reason());
    assertEquals("hand:galaxy", run.device());
    assertEquals("Simwright Phone", run.model());
    assertEquals(Safety.State.VERIFIED, run.safety());
    screen.awaitWords("The server says that it is installed");
    String secret = ActivationCode.read(code).matchingId();
    assertFalse(screen.words().stream().anyMatch(each -> each.contains(secret)));
    screen.look("phone passed");
    screen.look("phone passed", 1024, 700, 1);
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void aRunOnItIsAbortedAndItIsTakenOffTheBench() throws Exception {
    added();
    screen.command("Run Phone by hand on galaxy");
    screen.awaitWords("Which phone is it");
    screen.command("Abort: galaxy");
    answer("There was none");
    screen.await("the run is over", () -> over().isPresent());
    assertEquals(Optional.of(Outcome.ABORTED), over().orElseThrow().outcome());
    screen.command("Take off the bench: galaxy");
    screen.awaitWords("galaxy · By hand is off the bench");
    assertFalse(screen.words().contains("galaxy · By hand"), "its slot is gone");
    assertEquals(List.of(), screen.faults());
  }

  private Optional<RunSummary> over() throws Exception {
    boolean running = !opened.data().jobs().running().get().isEmpty();
    return running
        ? Optional.empty()
        : opened.data().plans().history(1).stream()
            .filter(each -> each.outcome().isPresent())
            .findFirst();
  }

  private void told(String words) throws Exception {
    OnScreen.onFx(() -> {
      screen.stage().getScene().lookup("#answer").requestFocus();
      return true;
    });
    screen.type(words);
    screen.keys(KeyCode.ENTER);
  }

  /// Chooses an option of the question that asks for it.
  @SuppressWarnings("unchecked")
  private void answer(String option) throws Exception {
    screen.await(
        "a question with " + option,
        () ->
            OnScreen.onFx(
                () -> box().filter(each -> each.getItems().contains(option)).isPresent()));
    OnScreen.onFx(() -> {
      ((ComboBox<Object>) box().orElseThrow()).setValue(option);
      return true;
    });
    screen.press("Use this");
  }

  private Optional<ComboBox<?>> box() throws Exception {
    Node found = screen.stage().getScene().lookup("#answer");
    return found instanceof ComboBox<?> box ? Optional.of(box) : Optional.empty();
  }

  private void download(String code) throws Exception {
    String card =
        opened.data().acts().devices().all().get().stream()
            .filter(each -> each.port().name().equals("ec25"))
            .findFirst()
            .orElseThrow()
            .id();
    var unused =
        opened
            .data()
            .cards()
            .download(
                card, ActivationCode.read(code), Optional.empty(), Optional.empty(), new Agreeing())
            .await(wiring.time().deadline(LONG))
            .orElseThrow();
  }

  /// What a phone reads off the window.
  private String scanned() throws Exception {
    return OnScreen.onFx(() -> {
      WritableImage all = screen.stage().getScene().snapshot(null);
      int width = (int) all.getWidth();
      int height = (int) all.getHeight();
      int[] pixels = new int[width * height];
      all.getPixelReader()
          .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
      return QrCodes.of(new Picture(width, height, pixels)).codes().getFirst().text();
    });
  }
}
