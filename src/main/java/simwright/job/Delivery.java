package simwright.job;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import simwright.ask.Attendant;
import simwright.device.Attachment;
import simwright.device.Device;
import simwright.device.DeviceSet;
import simwright.fault.Fault;
import simwright.lpa.Outbox;
import simwright.time.Task;
import simwright.time.Time;

/// Tells servers later what they would not take at once: again after 1 minute, then after ever
/// longer pauses up to 1 hour, as long as the device is connected and nobody else works on it. The
/// card keeps what is to be told, so nothing is lost when the program ends before.
public final class Delivery implements AutoCloseable {
  private static final Duration ONE = Duration.ofMinutes(5);

  /// When the next try is due, after which pause, for which servers, and whether one is under way.
  private record Due(long at, Duration pause, Set<String> servers, boolean trying) {}

  private final Jobs jobs;
  private final DeviceSet devices;
  private final Supplier<CardActs> acts;
  private final Time time;
  private final Rhythm rhythm;
  private final Map<String, Due> waiting = new HashMap<>();
  private final Task ticker;

  /// How often it is looked whether something is due, and the first and the longest pause.
  record Rhythm(Duration tick, Duration first, Duration longest) {
    static final Rhythm USUAL =
        new Rhythm(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofHours(1));
  }

  /// Begins to look after what waits; `acts` as they are at the time of each try.
  public Delivery(Jobs jobs, DeviceSet devices, Supplier<CardActs> acts, Time time) {
    this(jobs, devices, acts, time, Rhythm.USUAL);
  }

  Delivery(Jobs jobs, DeviceSet devices, Supplier<CardActs> acts, Time time, Rhythm rhythm) {
    this.rhythm = rhythm;
    this.jobs = jobs;
    this.devices = devices;
    this.acts = acts;
    this.time = time;
    this.ticker = time.every(rhythm.tick(), "delivery", this::turn);
  }

  /// The card of a device has something to tell these servers. One that is new among those waited
  /// for does not wait for the pause that the others have come to.
  public void later(String device, Set<String> servers) {
    synchronized (waiting) {
      Due now = waiting.get(device);
      if (now == null || !now.servers().containsAll(servers)) {
        waiting.put(device, due(rhythm.first(), servers));
      }
    }
  }

  @Override
  public void close() {
    ticker.cancel();
  }

  private Due due(Duration pause, Set<String> servers) {
    return new Due(time.nanos() + pause.toNanos(), pause, Set.copyOf(servers), false);
  }

  private void turn() {
    List<String> now;
    synchronized (waiting) {
      now =
          waiting.entrySet().stream()
              .filter(each -> !each.getValue().trying())
              .filter(each -> time.nanos() - each.getValue().at() >= 0)
              .map(Map.Entry::getKey)
              .filter(this::free)
              .toList();
    }
    for (String device : now) {
      trying(device);
      var unused = time.start("delivery " + device, () -> send(device));
    }
  }

  private boolean free(String id) {
    Optional<Device> device = devices.find(id);
    return device
            .filter(each -> each.view().get().state() == Attachment.State.CONNECTED)
            .isPresent()
        && jobs.running().get().stream().noneMatch(job -> job.device().equals(id));
  }

  private void trying(String device) {
    synchronized (waiting) {
      waiting.computeIfPresent(
          device, (_, due) -> new Due(due.at(), due.pause(), due.servers(), true));
    }
  }

  private void send(String device) {
    try {
      Optional<List<Outbox.Told>> told =
          acts.get().send(device, Attendant.absent()).await(time.deadline(ONE));
      if (told.filter(all -> all.stream().allMatch(each -> each.stays().isEmpty())).isPresent()) {
        synchronized (waiting) {
          waiting.computeIfPresent(device, (_, due) -> due.trying() ? null : due);
        }
        return;
      }
    } catch (Fault notYet) {
      // the job has recorded it; the next try may do better
    }
    synchronized (waiting) {
      waiting.computeIfPresent(
          device, (_, due) -> due.trying() ? due(longer(due.pause()), due.servers()) : due);
    }
  }

  private Duration longer(Duration last) {
    Duration next = last.multipliedBy(2);
    return next.compareTo(rhythm.longest()) > 0 ? rhythm.longest() : next;
  }
}
