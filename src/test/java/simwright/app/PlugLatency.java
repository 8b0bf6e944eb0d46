package simwright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import simwright.ask.Attendant;
import simwright.bench.Figure;
import simwright.device.Attachment;
import simwright.device.Devices;
import simwright.lab.Disturbance;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.observe.Subscription;

/// How long after a cable was pulled or put back everyone above knows it: of a connected device,
/// whose terminal hangs up, and of the list of ports.
public final class PlugLatency {
  private static final int CYCLES = 20;
  private static final double WITHIN = 1000;

  private PlugLatency() {}

  /// The slowest of all cycles, in milliseconds.
  public static List<Figure> figures() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("plug");
    Wiring wiring = new Wiring(Map.of());
    Path served = folder.resolve("bench");
    double hungUp = 0;
    double shown = 0;
    try (SimulatedBench bench = wiring.bench()) {
      bench.start(served, List.of(new DeviceRequest("ec25", "ec25", "", 1)));
      try (OpenData data =
          wiring.open(Optional.of(folder.resolve("data")), () -> Optional.of(served))) {
        data.follow();
        Devices devices = data.acts().devices();
        var unused = data.acts().connect(known(devices), Attendant.absent());
        for (int i = 0; i < CYCLES; i++) {
          // it is connected again by itself when it comes back
          until(devices, all -> all.stream().anyMatch(PlugLatency::connected), () -> {});
          hungUp =
              Math.max(
                  hungUp,
                  until(
                      devices,
                      all -> all.stream().noneMatch(PlugLatency::connected),
                      () -> bench.disturb("ec25", new Disturbance.Unplug())));
          // no hand is quicker
          Thread.sleep(500);
          shown =
              Math.max(
                  shown,
                  until(
                      devices,
                      all -> all.stream().anyMatch(PlugLatency::there),
                      () -> bench.disturb("ec25", new Disturbance.Plug())));
        }
      }
    } finally {
      wiring.close();
    }
    return List.of(
        Figure.atMost(WITHIN, "hang-up of a connected device known, slowest", hungUp, "ms"),
        Figure.atMost(WITHIN, "device that is plugged in known, slowest", shown, "ms"));
  }

  private static boolean connected(Attachment one) {
    return one.state() == Attachment.State.CONNECTED;
  }

  private static boolean there(Attachment one) {
    return one.port().simulated() && one.state() != Attachment.State.GONE;
  }

  private static String known(Devices devices) throws InterruptedException {
    List<String> ids = new ArrayList<>();
    until(
        devices,
        all -> {
          all.stream().filter(PlugLatency::there).map(Attachment::id).forEach(ids::add);
          return !ids.isEmpty();
        },
        () -> {});
    return ids.getFirst();
  }

  /// Milliseconds from an act until the devices are so.
  private static double until(Devices devices, Predicate<List<Attachment>> so, Runnable act)
      throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    long start = System.nanoTime();
    act.run();
    try (Subscription watching =
        devices
            .all()
            .subscribe(all -> {
              if (so.test(all)) {
                done.countDown();
              }
            })) {
      if (!done.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("never: " + devices.all().get());
      }
      return (System.nanoTime() - start) / 1e6;
    }
  }
}
