package simwright.device;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import simwright.fault.Fault;
import simwright.hardware.HardwareProfiles;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;
import simwright.link.Links;
import simwright.time.Deadline;
import simwright.time.SystemTime;

/// A set of devices on made-up ports, looked at when the test says so.
final class Bus implements AutoCloseable {
  final SystemTime time = new SystemTime();
  final MadeUpPorts ports = new MadeUpPorts(time);
  final List<Event> events = new ArrayList<>();
  final Links links;
  final DeviceSet devices;

  /// What the journal says instead of taking an event.
  volatile @Nullable Fault refusal;

  Bus(Path folder) {
    links = new Links(List.of(ports), folder, address -> false, time);
    devices = new DeviceSet(links, HardwareProfiles.shipped(), journal(), time);
    devices.start();
  }

  /// Plugs a modem in, and looks what is there.
  void plug(String name, String place, String serial, MadeUpModem modem) {
    ports.plug(name, place, serial, modem);
    links.look();
  }

  /// The one device there is.
  Device only() {
    List<Attachment> all = devices.all().get();
    Assertions.assertEquals(1, all.size(), all.toString());
    return devices.device(all.getFirst().id());
  }

  void until(BooleanSupplier holds) {
    Deadline plenty = time.deadline(Duration.ofSeconds(20));
    while (!holds.getAsBoolean()) {
      Assertions.assertFalse(plenty.passed());
      time.sleep(Duration.ofMillis(5));
    }
  }

  /// What the journal was told of comings and goings.
  List<String> presences() {
    synchronized (events) {
      return events.stream()
          .filter(Event.Presence.class::isInstance)
          .map(event -> ((Event.Presence) event).what())
          .toList();
    }
  }

  @Override
  public void close() {
    devices.close();
    links.close();
    time.close();
  }

  Journal journal() {
    return new QuietJournal() {
      @Override
      public Recorded append(Event event) {
        Fault refused = refusal;
        if (refused != null) {
          throw refused;
        }
        synchronized (events) {
          events.add(event);
        }
        return super.append(event);
      }
    };
  }
}
