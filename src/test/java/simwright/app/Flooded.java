package simwright.app;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import simwright.ask.Attendant;
import simwright.device.Attachment;
import simwright.lab.BenchFile;
import simwright.lab.Disturbance;
import simwright.ui.frame.Screen;
import simwright.ui.fx.Theme;

/// A console of its own process, connected to every device of a served bench that is then flooded:
/// prints how long the screen's thread let others wait, and the heap in use.
public final class Flooded {
  private static final int SECONDS = 20;
  private static final int EVERY_MILLIS = 5;

  private Flooded() {}

  /// With the folder of the bench, a data folder, and the lines a second that each device sends.
  public static void main(String[] arguments) throws Exception {
    Path served = Path.of(arguments[0]);
    Wiring wiring = new Wiring(Map.of());
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await(30, TimeUnit.SECONDS);
    OpenConsole opened = onFx(() -> new OpenConsole(wiring, Optional.of(Path.of(arguments[1]))));
    opened.attach(served);
    opened.follow();
    onFx(() -> {
      Stage stage = new Stage();
      stage.setScene(new Scene(opened.console().root(), 1280, 800));
      Theme.LIGHT.on(stage.getScene());
      stage.show();
      return stage;
    });
    int devices = BenchFile.read(served).devices().size();
    await(opened, devices, Attachment.State.SEEN, Attachment.State.CONNECTED);
    List<String> ids =
        opened.data().acts().devices().all().get().stream()
            .filter(device -> device.port().simulated())
            .map(Attachment::id)
            .toList();
    for (String id : ids) {
      var unused = opened.data().acts().connect(id, Attendant.absent());
    }
    await(opened, devices, Attachment.State.CONNECTED);
    for (var device : BenchFile.read(served).devices()) {
      wiring
          .benchActs()
          .disturb(served, device.id(), new Disturbance.Faults("flood:" + arguments[2]));
    }
    for (Screen screen : List.of(Screen.BENCH, Screen.TERMINAL)) {
      onFx(() -> {
        opened.console().navigation().show(screen, ids.getFirst());
        return screen;
      });
      // the first seconds compile
      worst(8);
      System.out.printf(Locale.ROOT, "%s %.1f%n", screen, worst(SECONDS));
    }
    System.gc();
    long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    System.out.printf(Locale.ROOT, "heap %.1f%n", used / 1e6);
    long alive =
        opened.data().acts().devices().all().get().stream()
            .filter(device -> device.state() == Attachment.State.CONNECTED)
            .count();
    System.out.println("connected " + alive);
    System.exit(0);
  }

  /// The longest wait for the screen's thread, in milliseconds.
  private static double worst(int seconds) throws Exception {
    double worst = 0;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (System.nanoTime() < end) {
      long asked = System.nanoTime();
      worst = Math.max(worst, (onFx(System::nanoTime) - asked) / 1e6);
      Thread.sleep(EVERY_MILLIS);
    }
    return worst;
  }

  private static void await(OpenConsole opened, int devices, Attachment.State... states)
      throws InterruptedException {
    List<Attachment.State> wanted = List.of(states);
    CountDownLatch there = new CountDownLatch(1);
    try (var watching =
        opened
            .data()
            .acts()
            .devices()
            .all()
            .subscribe(all -> {
              if (all.stream()
                      .filter(
                          device -> device.port().simulated() && wanted.contains(device.state()))
                      .count()
                  == devices) {
                there.countDown();
              }
            })) {
      if (!there.await(Duration.ofMinutes(2).toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            opened.data().acts().devices().all().get().stream().map(Attachment::state).toList()
                + " instead of "
                + wanted);
      }
    }
  }

  private static <T> T onFx(Callable<T> act) throws Exception {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(() -> {
      try {
        done.complete(act.call());
      } catch (Exception e) {
        done.completeExceptionally(e);
      }
    });
    return done.get(30, TimeUnit.SECONDS);
  }
}
