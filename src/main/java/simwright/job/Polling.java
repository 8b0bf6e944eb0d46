package simwright.job;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import simwright.device.Attachment;
import simwright.device.Device;
import simwright.device.DeviceSet;
import simwright.device.Polled;
import simwright.time.Task;
import simwright.time.Time;

/// Reads connected devices again and again, so that what is shown is live, and opens again those
/// that came back. A device that a job works on is left alone, and a reading under way gives way to
/// a job.
public final class Polling implements AutoCloseable {
  private static final Duration TICK = Duration.ofMillis(250);

  /// A device's turns: when the next is due, and at which count of news the last one was.
  private record Turns(Cadence cadence, long due, int stirs, boolean reading) {}

  private final Jobs jobs;
  private final DeviceSet devices;
  private final Time time;
  private final Map<String, Turns> turns = new HashMap<>();
  private final Task ticker;

  /// Starts.
  public Polling(Jobs jobs, DeviceSet devices, Time time) {
    this.jobs = jobs;
    this.devices = devices;
    this.time = time;
    this.ticker = time.every(TICK, "polling", this::turn);
  }

  @Override
  public void close() {
    ticker.cancel();
  }

  private void turn() {
    Set<String> busy =
        jobs.running().get().stream().map(JobView::device).collect(Collectors.toSet());
    Set<String> there =
        devices.all().get().stream().map(Attachment::id).collect(Collectors.toSet());
    synchronized (turns) {
      turns.keySet().retainAll(there);
    }
    for (String id : there) {
      Optional<Device> device = devices.find(id).filter(Device::pollable);
      if (device.isPresent() && !busy.contains(id) && due(device.get())) {
        var unused = time.start("polling " + id, () -> read(device.get()));
      }
    }
  }

  private boolean due(Device device) {
    synchronized (turns) {
      Turns now =
          turns.getOrDefault(device.id(), new Turns(Cadence.FIRST, time.nanos(), -1, false));
      boolean news = now.stirs() != device.stirs();
      boolean turn = news ? soon(now) : !now.cadence().broken() && time.nanos() - now.due() >= 0;
      if (now.reading() || !turn) {
        return false;
      }
      Cadence cadence = news ? Cadence.FIRST : now.cadence();
      turns.put(device.id(), new Turns(cadence, now.due(), device.stirs(), true));
      return true;
    }
  }

  /// News hurry the next turn, but never to more than one each second.
  private boolean soon(Turns now) {
    Duration ahead = now.cadence().pause().minus(Cadence.FIRST.pause());
    return time.nanos() - now.due() + ahead.toNanos() >= 0;
  }

  private void read(Device device) {
    Polled polled = Polled.SILENT;
    try {
      polled = device.poll();
    } finally {
      next(device, polled);
    }
  }

  private void next(Device device, Polled polled) {
    synchronized (turns) {
      @Nullable Turns now = turns.get(device.id());
      if (now != null) {
        Cadence cadence = now.cadence().after(polled);
        long due = time.nanos() + cadence.pause().toNanos();
        turns.put(device.id(), new Turns(cadence, due, device.stirs(), false));
      }
    }
  }
}
