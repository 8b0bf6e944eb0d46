package simwright.ui.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.control.TextField;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.rsp.ActivationCode;
import simwright.rsp.qr.Drawn;
import simwright.rsp.qr.FakeCamera;
import simwright.rsp.qr.Picture;
import simwright.rsp.qr.QrCodes;
import simwright.time.HandTime;
import simwright.ui.DemoConsole;
import simwright.ui.DemoParts;
import simwright.ui.OnScreen;
import simwright.ui.frame.Screen;
import simwright.ui.fx.Theme;

/// A code comes into the download without being typed.
class ScanPaneTest {
  private static final String CODE = "LPA:1$smdp.example.com$QR-0123-89AB";
  private static final String OTHER = "LPA:1$rsp.example.net$ZZ-9876-10FE";

  @TempDir private Path folder;

  private final DemoParts demo = new DemoParts(new HandTime());
  private DemoConsole shown;
  private OnScreen screen;

  private void open() throws Exception {
    demo.devices.set(List.of(demo.connected("ec25", "EC25", true)));
    shown = DemoConsole.open(demo, Screen.PROFILES);
    screen = shown.screen();
    screen.awaitWords("Operator profile Paris");
    screen.command("Download a profile");
    screen.awaitWords("PROD-FR-PARIS-2026");
  }

  @AfterEach
  void close() throws Exception {
    if (shown != null) {
      shown.close();
    }
  }

  private static WritableImage image(Picture picture) {
    WritableImage image = new WritableImage(picture.width(), picture.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            picture.width(),
            picture.height(),
            PixelFormat.getIntArgbInstance(),
            picture.pixels(),
            0,
            picture.width());
    return image;
  }

  private void copied(ClipboardContent content) throws Exception {
    OnScreen.onFx(() -> Clipboard.getSystemClipboard().setContent(content));
  }

  private String typed() throws Exception {
    return OnScreen.onFx(
        () -> ((TextField) screen.stage().getScene().lookup("#activation-code")).getText());
  }

  @Test
  void aLinkThatOpensTheConsoleStandsInTheDownloadAndBeginsNothing() throws Exception {
    demo.devices.set(List.of(demo.connected("ec25", "EC25", true)));
    shown = DemoConsole.open(demo);
    screen = shown.screen();
    OnScreen.onFx(() -> {
      shown.console().download(CODE);
      return true;
    });
    screen.awaitWords("Operator profile Paris");
    screen.await("the code stands there", () -> CODE.equals(typed()));
    assertEquals(
        List.of(), demo.card.asked.stream().filter(each -> each.contains("download")).toList());
  }

  @Test
  void theClipboardHoldsAPictureAFileOrATextAndEachIsLookedInto() throws Exception {
    open();
    ClipboardContent picture = new ClipboardContent();
    picture.putImage(image(Drawn.qr(240, CODE)));
    copied(picture);
    screen.press("QR code from the clipboard");
    screen.awaitWords("Read from the QR code");
    assertEquals(CODE, typed());
    screen.look("profiles scan found");
    Path file = folder.resolve("code.png");
    Files.write(file, Drawn.file(Drawn.qr(240, "https://example.com"), "png"));
    ClipboardContent files = new ClipboardContent();
    files.putFiles(List.of(file.toFile()));
    copied(files);
    screen.press("QR code from the clipboard");
    screen.awaitWords("rsp/qr-other");
    screen.look("profiles scan other");
    ClipboardContent text = new ClipboardContent();
    text.putString("  " + OTHER + "\n");
    copied(text);
    screen.press("QR code from the clipboard");
    screen.await("the text is the code", () -> OTHER.equals(typed()));
    screen.awaitGone("rsp/qr-other");
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void ofSeveralCodesOneIsChosenByItsServerAndEnd() throws Exception {
    open();
    ClipboardContent both = new ClipboardContent();
    both.putImage(image(Drawn.qr(240, CODE, OTHER)));
    copied(both);
    OnScreen.onFx(() -> {
      screen.stage().getScene().lookup("#activation-code").requestFocus();
      Theme.DARK.on(screen.stage().getScene());
      return true;
    });
    screen.keys(KeyCode.CONTROL, KeyCode.V);
    screen.awaitWords("The picture has 2 activation codes");
    assertFalse(screen.words().toString().contains("ZZ-9876"), "a code is a secret");
    screen.look("profiles scan several");
    screen.press("rsp.example.net …10FE");
    screen.await("the chosen one is the code", () -> OTHER.equals(typed()));
    assertEquals(List.of(), screen.faults());
  }

  @Test
  void theFrameThatIsDrawnOnAPictureOfTheScreenIsWhatIsRead() throws Exception {
    List<Picture> parts = new ArrayList<>();
    List<String> over = new ArrayList<>();
    RegionPicker picker =
        OnScreen.onFx(() ->
            new RegionPicker(
                image(Drawn.qr(400, CODE, OTHER)), parts::add, () -> over.add("over")));
    // of its own size, whatever that of the window is
    screen =
        OnScreen.open(
            () -> {
              Group group = new Group(picker);
              group.setAutoSizeChildren(false);
              picker.resize(400, 200);
              return group;
            },
            400,
            200);
    OnScreen.onFx(() -> {
      drawn(picker, 300, 10, 301, 11);
      return true;
    });
    assertEquals(List.of(), over, "a click is no frame");
    OnScreen.onFx(() -> {
      drawn(picker, 398, 198, 202, 2);
      return true;
    });
    assertEquals(List.of("over"), over);
    assertEquals(392, parts.getFirst().width());
    assertEquals(List.of(ActivationCode.read(OTHER)), QrCodes.of(parts.getFirst()).codes());
    screen.keys(KeyCode.ESCAPE);
    assertEquals(1, parts.size());
  }

  private static void drawn(RegionPicker on, double x, double y, double toX, double toY) {
    on.fireEvent(mouse(MouseEvent.MOUSE_PRESSED, x, y));
    on.fireEvent(mouse(MouseEvent.MOUSE_DRAGGED, toX, toY));
    on.fireEvent(mouse(MouseEvent.MOUSE_RELEASED, toX, toY));
  }

  private static MouseEvent mouse(javafx.event.EventType<MouseEvent> type, double x, double y) {
    return new MouseEvent(
        type,
        x,
        y,
        x,
        y,
        MouseButton.PRIMARY,
        1,
        false,
        false,
        false,
        false,
        true,
        false,
        false,
        false,
        false,
        true,
        null);
  }

  @Test
  void theCameraIsLookedThroughUntilThereIsACode() throws Exception {
    open();
    screen.press("QR code from the camera");
    screen.awaitWords("rsp/camera-none");
    demo.card.camera =
        FakeCamera.in(
            folder,
            "cat $0.d/1.jpg; until [ -e $0.go ]; do sleep 0.1; done; cat $0.d/2.jpg; exec sleep 60",
            Drawn.qr(240, "https://example.com"),
            Drawn.qr(240, CODE));
    screen.press("QR code from the camera");
    screen.awaitWords("Hold the QR code in front of the camera");
    screen.await("the camera is shown", this::seesTheCamera);
    screen.look("profiles scan camera");
    screen.press("Stop looking through the camera");
    screen.await("it is gone", () -> !seesTheCamera());
    assertEquals("", typed());
    screen.press("QR code from the camera");
    screen.awaitWords("Hold the QR code in front of the camera");
    Files.createFile(folder.resolve("ffmpeg.go"));
    screen.awaitWords("Read from the QR code");
    assertEquals(CODE, typed());
  }

  private boolean seesTheCamera() throws Exception {
    return screen.shown().stream()
        .anyMatch(node -> "What the camera sees".equals(node.getAccessibleText()));
  }
}
