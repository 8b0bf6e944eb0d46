package simwright.app;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkProvider;
import simwright.link.LinkSettings;
import simwright.link.PortInfo;
import simwright.sim.ProcessLinks;

/// Links of the form `sim:ec25`: the simulated device is started by its first link and ends with
/// this program; on a terminal, or within this program where there are none.
final class SimulatedLinks implements LinkProvider, AutoCloseable {
  private final Supplier<SimulatedBench> benches;
  private final ProcessLinks cables;
  private final Map<String, OwnBench> started = new HashMap<>();

  SimulatedLinks(Supplier<SimulatedBench> benches, ProcessLinks cables) {
    this.benches = benches;
    this.cables = cables;
  }

  @Override
  public String scheme() {
    return "sim";
  }

  @Override
  public List<PortInfo> list() {
    return List.of();
  }

  @Override
  public ByteLink open(LinkAddress address, LinkSettings settings) {
    return cables.open(address);
  }

  /// Starts the device unless it runs, and says where it is.
  @Override
  public synchronized LinkAddress carried(LinkAddress address) {
    if (cables.has(address)) {
      return address;
    }
    String name = address.path();
    OwnBench bench = started.get(name);
    if (bench == null) {
      bench = OwnBench.start(benches.get(), List.of(new DeviceRequest(name, name, "", 1)));
      started.put(name, bench);
    }
    return LinkAddress.parse(bench.link(name));
  }

  @Override
  public synchronized void close() {
    started.values().forEach(OwnBench::close);
    started.clear();
  }
}
