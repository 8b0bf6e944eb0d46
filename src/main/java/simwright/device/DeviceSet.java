package simwright.device;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import simwright.ask.Cancel;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.hardware.HardwareProfiles;
import simwright.identity.Imei;
import simwright.journal.Journal;
import simwright.link.LinkAddress;
import simwright.link.Links;
import simwright.link.PortIdentity;
import simwright.link.PortInfo;
import simwright.observe.Observable;
import simwright.observe.Subscription;
import simwright.observe.Value;
import simwright.time.Time;

/// All devices and ports, kept in step with the ports that come and go. A device that comes back is
/// known by its USB place and serial number, and confirmed by its IMEI; it keeps its id and its
/// history. An identical one at its place is another device.
public final class DeviceSet implements Devices, AutoCloseable {
  /// A digit of the IMEI may be missing or follow it; the first 14 name the device.
  private static final int TELLING = 14;

  private final Links links;
  private final HardwareProfiles profiles;
  private final Journal journal;
  private final Time time;
  private final Map<Device, PortIdentity> known = new LinkedHashMap<>();

  /// Devices whose ports were listed once; the others are there because a person named them.
  private final Set<Device> listed = new HashSet<>();

  private final Value<List<Attachment>> all = new Value<>(List.of());
  private final SecurityDomains domains = new SecurityDomains();
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
  public Device device(String id) {
    return find(id).orElseThrow(() -> new Fault(DeviceCodes.UNKNOWN, "finding a device", id));
  }

  /// The device of an id, where there is one.
  public Optional<Device> find(String id) {
    return members().stream().filter(device -> device.id().equals(id)).findFirst();
  }

  /// The device behind an address, listed or not.
  public Device at(LinkAddress address) {
    return members().stream()
        .filter(device -> device.present() && at(device).equals(address))
        .findFirst()
        .orElseGet(() -> add(links.describe(address)));
  }

  /// Takes away a device that is tested by hand; others go with their port.
  public void takeAway(String id) {
    Device device = device(id);
    if (!device.view().get().byHand()) {
      throw new Fault(DeviceCodes.ATTACHED, "taking a device away", id);
    }
    synchronized (known) {
      known.remove(device);
    }
    publish();
  }

  /// Connects a device; one that turns out to be known from another place is connected as that.
  public Attachment connect(String id, Cancel cancel) {
    Device asked = device(id);
    LinkAddress where = at(asked);
    try {
      return asked.connect(cancel);
    } catch (Fault moved) {
      if (!moved.code().equals(DeviceCodes.KNOWN_DEVICE)) {
        throw moved;
      }
      return at(where).connect(cancel);
    }
  }

  @Override
  public void close() {
    if (ports != null) {
      ports.close();
    }
    members().forEach(Device::close);
  }

  /// Views are changed outside the lock of the set, as their watchers take it.
  private void follow(List<PortInfo> now) {
    Map<Device, PortInfo> there = new LinkedHashMap<>();
    List<Device> gone = new ArrayList<>();
    Set<PortInfo> fresh = new HashSet<>(now);
    synchronized (known) {
      List<Device> order = new ArrayList<>(known.keySet());
      List<Optional<PortInfo>> found = links.again(order.stream().map(known::get).toList(), now);
      for (int i = 0; i < order.size(); i++) {
        Device device = order.get(i);
        if (found.get(i).isPresent()) {
          PortInfo port = found.get(i).get();
          there.put(device, port);
          listed.add(device);
          known.put(device, links.identity(port));
          fresh.remove(port);
        } else if (listed.contains(device) && device.known()) {
          gone.add(device);
        } else if (listed.remove(device)) {
          known.remove(device);
        }
      }
    }
    gone.forEach(Device::vanished);
    there.forEach(DeviceSet::settle);
    now.stream().filter(fresh::contains).forEach(this::addListed);
    publish();
  }

  private static void settle(Device device, PortInfo port) {
    if (!device.present() || !device.view().get().port().equals(port)) {
      device.port(port);
    }
  }

  private Device add(PortInfo info) {
    Device device;
    synchronized (known) {
      device = new Device(freshId(info), info, links, profiles, journal, time, new Neighbours());
      known.put(device, links.identity(info));
    }
    Subscription unused = device.view().subscribe(view -> publish());
    return device;
  }

  private void addListed(PortInfo info) {
    Device device = add(info);
    synchronized (known) {
      listed.add(device);
    }
  }

  private void publish() {
    all.update(old -> members().stream().map(device -> device.view().get()).toList());
  }

  private List<Device> members() {
    synchronized (known) {
      return List.copyOf(known.keySet());
    }
  }

  private static LinkAddress at(Device device) {
    return device.view().get().port().address();
  }

  /// A name for a device at its first sight; it keeps it wherever it goes.
  private String freshId(PortInfo info) {
    String id = id(info);
    Set<String> taken = new HashSet<>();
    known.keySet().forEach(device -> taken.add(device.id()));
    String fresh = id;
    for (int i = 2; taken.contains(fresh); i++) {
      fresh = id + "~" + i;
    }
    return fresh;
  }

  private static String id(PortInfo info) {
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

  private static boolean same(Imei one, Imei other) {
    return one.value().substring(0, TELLING).equals(other.value().substring(0, TELLING));
  }

  /// Two devices that show one IMEI at the same time are two.
  private Optional<Device> owner(Device asked, Imei told) {
    return members().stream()
        .filter(device -> device != asked && !device.isOpen())
        .filter(device -> device.imei().filter(imei -> same(imei, told)).isPresent())
        .findFirst();
  }

  private final class Neighbours implements Census {
    @Override
    public SecurityDomains domains() {
      return domains;
    }

    @Override
    public Optional<FaultCode> stranger(Device asked, Imei told) {
      if (asked.imei().isPresent()) {
        return same(asked.imei().get(), told)
            ? Optional.empty()
            : Optional.of(DeviceCodes.OTHER_DEVICE);
      }
      return owner(asked, told)
          .filter(device -> !device.present())
          .map(device -> DeviceCodes.KNOWN_DEVICE);
    }

    /// Who is at home elsewhere goes there; whose place is taken waits to be seen again.
    @Override
    public void part(Device asked, Imei told) {
      PortInfo here = asked.view().get().port();
      Optional<Device> owner = owner(asked, told);
      Optional<PortInfo> left =
          owner.filter(Device::present).map(device -> device.view().get().port());
      if (asked.imei().isEmpty()) {
        synchronized (known) {
          known.remove(asked);
          listed.remove(asked);
        }
      } else if (left.isPresent()) {
        place(asked, left.get());
      } else {
        synchronized (known) {
          known.computeIfPresent(asked, (device, identity) -> identity.withoutPlace());
        }
        asked.displaced();
      }
      if (owner.isPresent()) {
        place(owner.get(), here);
      } else {
        addListed(here);
      }
      publish();
    }

    private void place(Device device, PortInfo port) {
      synchronized (known) {
        known.put(device, links.identity(port));
      }
      device.port(port);
    }
  }
}
