package simwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.link.PortRole;
import simwright.time.HandTime;
import simwright.transcript.Direction;
import simwright.ui.frame.Screen;
import simwright.ui.fx.Theme;
import simwright.ui.part.State;

/// Every screen, empty and full, light and dark, small and large: a picture of each for people to
/// look at, and no cut text, no pale text, no control without words.
class SnapshotTest {
  private static final Path OUT = Path.of("target/snapshots");

  private record Size(int width, int height) {}

  private static final List<Size> SIZES = List.of(new Size(1024, 700), new Size(1900, 990));

  private final List<String> faults = new ArrayList<>();
  private Console console;
  private Stage stage;

  @BeforeAll
  static void folder() throws IOException {
    Files.createDirectories(OUT);
  }

  @AfterEach
  void close() throws Exception {
    WaitForAsyncUtils.asyncFx(() -> console.close()).get(20, TimeUnit.SECONDS);
    FxToolkit.cleanupStages();
  }

  @Test
  void everyScreenIsSoundWhenFull() throws Exception {
    DemoParts demo = new DemoParts(new HandTime());
    fill(demo);
    open(demo);
    for (Screen screen : Screen.values()) {
      pictures(screen, "full");
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void everyScreenIsSoundWhenEmpty() throws Exception {
    open(new DemoParts(new HandTime()));
    for (Screen screen : Screen.values()) {
      pictures(screen, "empty");
    }
    assertEquals(List.of(), faults);
  }

  @Test
  void whatLiesAboveTheScreenIsSound() throws Exception {
    DemoParts demo = new DemoParts(new HandTime());
    fill(demo);
    CountDownLatch end = new CountDownLatch(1);
    demo.body =
        context -> {
          context.progress().at("registering in the network", 3, 9);
          return waitFor(end);
        };
    open(demo);
    demo.run("first-boot", "ec25");
    console
        .notices()
        .tell(
            new Fault(
                new FaultCode("cme", "10"), "reading the ICCID", "EC25", "+CME ERROR: 10", null));
    console.notices().tell("Report saved as /home/ines/simwright/r1.html");
    pictures(Screen.BENCH, "notices");
    new FxRobot().push(KeyCode.CONTROL, KeyCode.K);
    pictures(Screen.BENCH, "palette");
    new FxRobot().push(KeyCode.ESCAPE);
    WaitForAsyncUtils.asyncFx(
            () -> {
              var event =
                  new KeyEvent(
                      KeyEvent.KEY_TYPED, "?", "", KeyCode.UNDEFINED, false, false, false, false);
              stage.getScene().getRoot().fireEvent(event);
            })
        .get(20, TimeUnit.SECONDS);
    pictures(Screen.BENCH, "keys");
    end.countDown();
    assertEquals(List.of(), faults);
  }

  private static String waitFor(CountDownLatch end) {
    try {
      return end.await(60, TimeUnit.SECONDS) ? "ended" : "late";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  static void fill(DemoParts demo) {
    String longName = "A model with a name that is longer than any card is wide · EC25-EFA-512-STD";
    demo.devices.set(
        List.of(
            demo.connected("ec25", "EC25", true),
            demo.failing("rm500", longName, 2),
            demo.seen("other", PortRole.UNKNOWN),
            demo.seen("nmea", PortRole.NMEA)));
    demo.access.compared.set(Map.of("ec25", DemoAccess.differing("ec25")));
    demo.lab.set(List.of("CN=Simwright test CI, a bench of its own"));
    demo.current.set(List.of(demo.run(State.FAIL, "fail")));
    demo.tests.statistics = DemoStatistics.SOME;
    demo.failover.fill();
    demo.drills.fill();
    demo.holes.fill();
    demo.results.add(demo.result("r2", State.FAIL, "fail"));
    demo.results.add(demo.result("r1", State.PASS, "pass"));
    demo.say(Direction.NOTE, "opened /dev/ttyUSB2, 115200 8N1");
    for (int i = 0; i < 30; i++) {
      demo.say(Direction.SENT, "AT+CEREG?\\r");
      demo.say(Direction.RECEIVED, "\\r\\n+CEREG: 2,1,\"54F6\",\"0B58E402\",7\\r\\n\\r\\nOK\\r\\n");
    }
    demo.say(Direction.RECEIVED, "hostile \u001b[31m \u202e gnol " + "x".repeat(300));
    demo.book("job.asked", "{\"act\":\"device.connect\",\"device\":\"ec25\",\"job\":\"1\"}");
    demo.book(
        "job.done",
        "{\"act\":\"device.connect\",\"device\":\"ec25\",\"outcome\":\"failed\",\"fault\":\"cme/10\"}");
    demo.book(
        "device.effect",
        "{\"what\":\"+CFUN\",\"before\":\"1\",\"after\":\"4\",\"device\":\"ec25\"}");
  }

  private void open(DemoParts demo) throws Exception {
    stage = FxToolkit.registerPrimaryStage();
    WaitForAsyncUtils.asyncFx(
            () -> {
              console = new Console(demo.parts());
              stage.setX(0);
              stage.setY(0);
              stage.setScene(new Scene(console.root(), 1024, 700));
              stage.show();
            })
        .get(20, TimeUnit.SECONDS);
  }

  private void pictures(Screen screen, String name) throws Exception {
    for (Theme theme : Theme.values()) {
      for (Size size : SIZES) {
        WaitForAsyncUtils.asyncFx(
                () -> {
                  console.navigation().show(screen);
                  theme.on(stage.getScene());
                  stage.setWidth(size.width());
                  stage.setHeight(size.height());
                })
            .get(20, TimeUnit.SECONDS);
        settle();
        String title = screen + " " + name + " " + theme + " " + size.width();
        picture(title);
      }
    }
  }

  /// Lets background reading and layout come to rest.
  private static void settle() {
    WaitForAsyncUtils.waitForFxEvents(8);
  }

  private void picture(String title) throws Exception {
    WritableImage image =
        WaitForAsyncUtils.asyncFx(
                () -> {
                  Parent root = Look.top(stage.getScene().getRoot());
                  WritableImage shot = stage.getScene().snapshot(null);
                  Look.clipped(root).forEach(fault -> faults.add(title + ": " + fault));
                  Look.pale(root, shot).forEach(fault -> faults.add(title + ": " + fault));
                  Look.mute(root).forEach(fault -> faults.add(title + ": " + fault));
                  return shot;
                })
            .get(20, TimeUnit.SECONDS);
    String file = title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + ".png";
    ImageIO.write(buffered(image), "png", OUT.resolve(file).toFile());
  }

  private static BufferedImage buffered(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    BufferedImage out = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    PixelReader reader = image.getPixelReader();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        out.setRGB(x, y, reader.getArgb(x, y));
      }
    }
    return out;
  }
}
