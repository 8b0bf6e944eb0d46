package simwright.job;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import simwright.ask.Attendant;
import simwright.device.Attachment;
import simwright.device.DeviceSet;
import simwright.device.PacketContext;
import simwright.device.Snapshot;
import simwright.time.Task;
import simwright.time.Time;

/// Holds the access points of connected devices against the rules whenever their profile or their
/// contexts have become others, while nobody works with them; only those for which there is a rule.
public final class ApnWatch implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(5);

  private final Jobs jobs;
  private final DeviceSet devices;
  private final ApnActs acts;
  private final Map<String, Seen> seen = new HashMap<>();
  private final Task ticker;

  private record Seen(String profile, List<PacketContext> contexts) {}

  /// Starts.
  public ApnWatch(Jobs jobs, DeviceSet devices, ApnActs acts, Time time) {
    this.jobs = jobs;
    this.devices = devices;
    this.acts = acts;
    this.ticker = time.every(TICK, "access points", this::turn);
  }

  @Override
  public void close() {
    ticker.cancel();
  }

  private void turn() {
    Set<String> busy =
        jobs.running().get().stream().map(JobView::device).collect(Collectors.toSet());
    for (Attachment each : devices.all().get()) {
      boolean idle =
          each.state() == Attachment.State.CONNECTED
              && !each.bundled()
              && !busy.contains(each.id());
      if (idle) {
        look(each);
      }
    }
  }

  private void look(Attachment device) {
    Snapshot known = device.snapshot();
    if (known.contexts().value().isEmpty() || known.iccid().value().isEmpty()) {
      return;
    }
    Seen now = new Seen(known.iccid().value().get().value(), known.contexts().value().get());
    if (!now.equals(seen.put(device.id(), now)) && acts.ruled(known)) {
      Job<ApnReport> _ = acts.check(device.id(), Attendant.absent());
    }
  }
}
