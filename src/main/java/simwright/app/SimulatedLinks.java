package simwright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import simwright.fault.Fault;
import simwright.lab.LabCodes;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.link.ByteLink;
import simwright.link.LinkAddress;
import simwright.link.LinkProvider;
import simwright.link.LinkSettings;
import simwright.link.PortInfo;

/// Links of the form `sim:ec25`: a simulated device is started for the link and ends with this
/// program.
final class SimulatedLinks implements LinkProvider, AutoCloseable {
  private final Supplier<SimulatedBench> benches;
  private final LinkProvider serial;
  private final List<SimulatedBench> started = new ArrayList<>();

  SimulatedLinks(Supplier<SimulatedBench> benches, LinkProvider serial) {
    this.benches = benches;
    this.serial = serial;
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
  public synchronized ByteLink open(LinkAddress address, LinkSettings settings) {
    Path folder = folder();
    SimulatedBench bench = benches.get();
    started.add(bench);
    String name = address.path();
    var unused = bench.start(folder, List.of(new DeviceRequest(name, name, "", 1)));
    return serial.open(new LinkAddress("serial", folder.resolve(name).toString()), settings);
  }

  @Override
  public synchronized void close() {
    started.forEach(SimulatedBench::close);
    started.clear();
  }

  static Path folder() {
    try {
      return Files.createTempDirectory("simwright");
    } catch (IOException e) {
      throw new Fault(LabCodes.FOLDER, "making a bench's folder", "the temporary folder", null, e);
    }
  }
}
