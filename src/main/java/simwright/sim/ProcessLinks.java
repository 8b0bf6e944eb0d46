package simwright.sim;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import simwright.fault.Fault;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;

/// The simulated devices of this program that stand on no terminal, by the path of their `sim:`
/// address.
public final class ProcessLinks {
  private final Map<String, ProcessCable> cables = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();

  /// Opens the host's end of a device's cable.
  public ByteLink open(LinkAddress address) {
    return Optional.ofNullable(cables.get(address.path()))
        .orElseThrow(() -> new Fault(LinkCodes.ABSENT, "opening a link", address.toString()))
        .open(address);
  }

  /// Whether a device stands under this address.
  public boolean has(LinkAddress address) {
    return address.scheme().equals("sim") && cables.containsKey(address.path());
  }

  /// A path no other device has had, ending in the device's id.
  String fresh(String id) {
    return numbers.incrementAndGet() + "/" + id;
  }

  void add(ProcessCable cable) {
    cables.put(cable.path(), cable);
  }

  void remove(String path) {
    cables.remove(path);
  }
}
