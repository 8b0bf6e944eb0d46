package simwright.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Remembers which serial numbers two devices showed at once, so that a device that comes back is
/// never confused with an identical neighbour. It does not see what the IMEI would: two devices
/// without serial numbers that changed places.
public final class PortMemory {
  private final Set<String> shared = new HashSet<>();

  /// Takes note of the ports there are now.
  public synchronized void saw(List<PortInfo> ports) {
    Map<String, String> places = new HashMap<>();
    for (PortInfo port : ports) {
      String place = port.usbPath().orElse("");
      port.serialNumber()
          .map(serial -> key(port, serial))
          .filter(key -> !place.equals(places.getOrDefault(key, place)))
          .ifPresent(shared::add);
      port.serialNumber().ifPresent(serial -> places.put(key(port, serial), place));
    }
  }

  /// By what a port is to be known again.
  public synchronized PortIdentity identity(PortInfo port) {
    PortIdentity identity = PortIdentity.of(port);
    boolean common =
        port.serialNumber().filter(serial -> shared.contains(key(port, serial))).isPresent();
    return common ? identity.withoutSerial() : identity;
  }

  /// The port that is this one come back, if it is there: at its own place, or elsewhere by a
  /// serial number that no other device shows. Without such a number another place is another
  /// device.
  public synchronized Optional<PortInfo> again(PortIdentity wanted, List<PortInfo> now) {
    saw(now);
    if (!wanted.usb()) {
      return now.stream().filter(port -> port.address().equals(wanted.address())).findFirst();
    }
    Optional<PortInfo> there =
        now.stream().filter(port -> wanted.samePlace(PortIdentity.of(port))).findFirst();
    return there.isPresent()
        ? there
        : now.stream().filter(port -> wanted.sameSerial(identity(port))).findFirst();
  }

  private static String key(PortInfo port, String serial) {
    return port.vid().orElse("") + "/" + serial;
  }
}
