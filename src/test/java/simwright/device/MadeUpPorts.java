package simwright.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import simwright.fault.Fault;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.link.LinkProvider;
import simwright.link.LinkSettings;
import simwright.link.PortInfo;
import simwright.link.PortRole;
import simwright.time.Time;

/// A USB bus of made-up modems that can be plugged in anywhere under any name.
final class MadeUpPorts implements LinkProvider {
  /// A modem at a USB place.
  record Plugged(String place, String serial, MadeUpModem modem) {}

  final AtomicInteger opened = new AtomicInteger();
  volatile Optional<String> holder = Optional.empty();
  private final Map<String, Plugged> names = new TreeMap<>();
  private final Time time;

  MadeUpPorts(Time time) {
    this.time = time;
  }

  synchronized void plug(String name, String place, String serial, MadeUpModem modem) {
    names.put(name, new Plugged(place, serial, modem));
  }

  synchronized void unplug(String name) {
    Plugged old = names.remove(name);
    if (old != null) {
      old.modem().hangUp();
    }
  }

  synchronized void unplugAll() {
    List.copyOf(names.keySet()).forEach(this::unplug);
  }

  @Override
  public String scheme() {
    return "serial";
  }

  @Override
  public synchronized List<PortInfo> list() {
    List<PortInfo> all = new ArrayList<>();
    names.forEach((name, at) ->
        all.add(
            new PortInfo(
                new LinkAddress("serial", "/dev/" + name),
                name,
                Optional.of("2c7c"),
                Optional.of("0125"),
                "Maker",
                "Modem",
                Optional.of(at.serial()).filter(text -> !text.isEmpty()),
                Optional.of(at.place()),
                OptionalInt.of(2),
                PortRole.AT_PRIMARY,
                false)));
    return all;
  }

  @Override
  public synchronized ByteLink open(LinkAddress address, LinkSettings settings) {
    Plugged at = names.get(address.path().replace("/dev/", ""));
    if (at == null) {
      throw new Fault(LinkCodes.ABSENT, "opening a port", address.toString());
    }
    if (holder.isPresent()) {
      throw new Fault(
          LinkCodes.BUSY, "opening a port", address.toString(), "held by " + holder.get(), null);
    }
    opened.incrementAndGet();
    return at.modem().plug(address, time);
  }

  @Override
  public Optional<String> holder(LinkAddress address) {
    return holder;
  }
}
