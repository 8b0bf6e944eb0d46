package simwright.job;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import simwright.device.Attachment;
import simwright.device.Device;
import simwright.device.DeviceSet;
import simwright.time.Task;
import simwright.time.Time;

/// Reads the counters of connected devices by itself, every some minutes and soon after another
/// profile came into use, so that what was carried can be told by profile. A device that a job
/// works on is left alone.
public final class Sampling implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(30);

  private final Jobs jobs;
  private final DeviceSet devices;
  private final DataActs data;
  private final Time time;
  private final Map<String, Long> due = new HashMap<>();
  private final Task ticker;

  /// Starts; how often is said by the rules for data.
  public Sampling(Jobs jobs, DeviceSet devices, DataActs data, Time time) {
    this(jobs, devices, data, time, TICK);
  }

  Sampling(Jobs jobs, DeviceSet devices, DataActs data, Time time, Duration tick) {
    this.jobs = jobs;
    this.devices = devices;
    this.data = data;
    this.time = time;
    this.ticker = time.every(tick, "sampling", this::turn);
  }

  @Override
  public void close() {
    ticker.cancel();
  }

  private void turn() {
    Duration pause = data.sampling();
    if (pause.isZero()) {
      return;
    }
    Set<String> busy =
        jobs.running().get().stream().map(JobView::device).collect(Collectors.toSet());
    for (Attachment each : devices.all().get()) {
      Optional<Device> device =
          devices.find(each.id()).filter(Device::isOpen).filter(_ -> !busy.contains(each.id()));
      if (device.isPresent() && due(device.get(), pause)) {
        var unused = time.start("sampling " + each.id(), () -> data.sample(device.get()));
      }
    }
  }

  private boolean due(Device device, Duration pause) {
    synchronized (due) {
      long now = time.nanos();
      Long next = due.get(device.id());
      if (next != null && now - next < 0 && !data.changed(device)) {
        return false;
      }
      due.put(device.id(), now + pause.toNanos());
      return true;
    }
  }
}
