package simwright.job;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import simwright.ask.Attendant;
import simwright.device.Attachment;
import simwright.device.Device;
import simwright.device.DeviceSet;
import simwright.time.Task;
import simwright.time.Time;

/// Completes what runs left whose program was killed: as soon as such a device is there and nobody
/// works on it, its safe state is brought about and verified, once for each time it comes. Where
/// that fails, the record that blocks the device stands.
public final class Recovery implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final Jobs jobs;
  private final DeviceSet devices;
  private final PlanActs plans;
  private final Set<String> seen = new HashSet<>();
  private final Task ticker;

  /// Starts.
  public Recovery(Jobs jobs, DeviceSet devices, PlanActs plans, Time time) {
    this.jobs = jobs;
    this.devices = devices;
    this.plans = plans;
    this.ticker = time.every(TICK, "recovery", this::turn);
  }

  @Override
  public void close() {
    ticker.cancel();
  }

  private void turn() {
    Set<String> there =
        devices.all().get().stream()
            .map(Attachment::id)
            .filter(id -> devices.find(id).filter(Device::present).isPresent())
            .collect(Collectors.toSet());
    Set<String> busy =
        jobs.running().get().stream().map(JobView::device).collect(Collectors.toSet());
    seen.retainAll(there);
    for (String id : there) {
      if (!busy.contains(id) && seen.add(id) && plans.cutShort(id)) {
        Job<Boolean> _ = plans.resolve(id, "", Attendant.absent());
      }
    }
  }
}
