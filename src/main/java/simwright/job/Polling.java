package simwright.job;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import simwright.device.Attachment;
import simwright.device.DeviceSet;
import simwright.time.Task;
import simwright.time.Time;

/// Reads connected devices again every few seconds, so that what is shown is live. A device that a
/// job works on is left alone, and one that is slow is asked less often, as its next turn comes
/// only after it has answered.
public final class Polling implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofSeconds(3);

  private final Jobs jobs;
  private final DeviceSet devices;
  private final Time time;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final Task ticker;

  /// Starts.
  public Polling(Jobs jobs, DeviceSet devices, Time time) {
    this.jobs = jobs;
    this.devices = devices;
    this.time = time;
    this.ticker = time.every(PERIOD, "polling", this::turn);
  }

  @Override
  public void close() {
    ticker.cancel();
  }

  private void turn() {
    Set<String> busy =
        jobs.running().get().stream().map(JobView::device).collect(Collectors.toSet());
    for (Attachment each : devices.all().get()) {
      boolean free = each.state() == Attachment.State.CONNECTED && !busy.contains(each.id());
      if (free && asked.add(each.id())) {
        var unused = time.start("polling " + each.id(), () -> read(each.id()));
      }
    }
  }

  private void read(String id) {
    try {
      devices.device(id).poll();
    } finally {
      asked.remove(id);
    }
  }
}
