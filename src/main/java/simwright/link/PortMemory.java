package simwright.link;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

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
  public Optional<PortInfo> again(PortIdentity wanted, List<PortInfo> now) {
    return again(List.of(wanted), now).getFirst();
  }

  /// The same for several at once, in their order; no port is given to two of them. Who shows both
  /// place and serial number comes first, then the serial number alone, then the place alone.
  public synchronized List<Optional<PortInfo>> again(
      List<PortIdentity> wanted, List<PortInfo> now) {
    saw(now);
    List<Optional<PortInfo>> found =
        new ArrayList<>(Collections.nCopies(wanted.size(), Optional.empty()));
    Set<PortInfo> free = new LinkedHashSet<>(now);
    give(wanted, free, found, (each, port) -> !each.usb() && each.address().equals(port.address()));
    give(
        wanted, free, found, (each, port) -> each.usb() && each.samePlaceAndSerial(identity(port)));
    give(wanted, free, found, (each, port) -> each.usb() && each.sameSerial(identity(port)));
    give(wanted, free, found, (each, port) -> each.usb() && each.samePlace(PortIdentity.of(port)));
    return found;
  }

  private static void give(
      List<PortIdentity> wanted,
      Set<PortInfo> free,
      List<Optional<PortInfo>> found,
      BiPredicate<PortIdentity, PortInfo> same) {
    for (int i = 0; i < wanted.size(); i++) {
      PortIdentity each = wanted.get(i);
      if (found.get(i).isEmpty()) {
        found.set(i, free.stream().filter(port -> same.test(each, port)).findFirst());
        found.get(i).ifPresent(free::remove);
      }
    }
  }

  private static String key(PortInfo port, String serial) {
    return port.vid().orElse("") + "/" + serial;
  }
}
