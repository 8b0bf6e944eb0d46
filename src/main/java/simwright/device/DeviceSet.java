package simwright.device;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.hardware.HardwareProfiles;
import simwright.journal.Journal;
import simwright.link.LinkAddress;
import simwright.link.Links;
import simwright.link.PortInfo;
import simwright.observe.Observable;
import simwright.observe.Subscription;
import simwright.observe.Value;
import simwright.time.Time;

/// All devices and ports, kept in step with the ports that come and go. A device that enumerates
/// again under another name is the same when USB ids, USB path, interface and serial number say so;
/// without a path and a serial number it is another.
public final class DeviceSet implements Devices, AutoCloseable {
  private final Links links;
  private final HardwareProfiles profiles;
  private final Journal journal;
  private final Time time;
  private final Map<String, Device> devices = new LinkedHashMap<>();
  private final Value<List<Attachment>> all = new Value<>(List.of());
  private @Nullable Subscription ports;

  /// Devices on these links.
  public DeviceSet(Links links, HardwareProfiles profiles, Journal journal, Time time) {
    this.links = links;
    this.profiles = profiles;
    this.journal = journal;
    this.time = time;
  }

  /// Begins to follow the ports.
  public void start() {
    links.start();
    ports = links.ports().subscribe(this::follow);
  }

  @Override
  public Observable<List<Attachment>> all() {
    return all;
  }

  /// The device of an id; throws `device/unknown`.
  public synchronized Device device(String id) {
    Device device = devices.get(id);
    if (device == null) {
      throw new Fault(DeviceCodes.UNKNOWN, "finding a device", id);
    }
    return device;
  }

  /// The device behind an address, listed or not.
  public Device at(LinkAddress address) {
    return add(links.describe(address));
  }

  @Override
  public void close() {
    if (ports != null) {
      ports.close();
    }
    List<Device> open;
    synchronized (this) {
      open = new ArrayList<>(devices.values());
    }
    open.forEach(Device::close);
  }

  /// Views are changed outside the lock of the set, as their watchers take it.
  private void follow(List<PortInfo> now) {
    Map<Device, PortInfo> moved = new LinkedHashMap<>();
    List<PortInfo> fresh = new ArrayList<>();
    synchronized (this) {
      for (PortInfo info : now) {
        Device known = devices.get(id(info));
        if (known == null) {
          fresh.add(info);
        } else if (!known.view().get().port().equals(info)) {
          moved.put(known, info);
        }
      }
      devices.values().removeIf(device -> vanished(device, now));
    }
    moved.forEach(Device::port);
    fresh.forEach(this::add);
    publish();
  }

  private static boolean vanished(Device device, List<PortInfo> now) {
    Attachment view = device.view().get();
    return view.state() == Attachment.State.SEEN
        && now.stream().noneMatch(info -> id(info).equals(view.id()));
  }

  private Device add(PortInfo info) {
    Device device = new Device(id(info), info, links, profiles, journal, time);
    synchronized (this) {
      Device other = devices.putIfAbsent(device.id(), device);
      if (other != null) {
        return other;
      }
    }
    Subscription unused = device.view().subscribe(view -> publish());
    return device;
  }

  private void publish() {
    List<Attachment> now;
    synchronized (this) {
      now = devices.values().stream().map(device -> device.view().get()).toList();
    }
    all.set(now);
  }

  /// What stays the same when a device enumerates again; identical neighbours differ in their path.
  static String id(PortInfo info) {
    Optional<String> place = info.usbPath();
    if (info.vid().isEmpty() || place.isEmpty()) {
      return info.address().toString();
    }
    return info.vid().get()
        + ":"
        + info.pid().orElse("")
        + "@"
        + place.get()
        + info.serialNumber().map(serial -> "#" + Integer.toHexString(serial.hashCode())).orElse("")
        + (info.interfaceNumber().isPresent() ? "/" + info.interfaceNumber().getAsInt() : "");
  }
}
