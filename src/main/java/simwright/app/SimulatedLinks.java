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
import simwright.link.LinkCodes;
import simwright.link.LinkProvider;
import simwright.link.LinkSettings;
import simwright.link.PortInfo;

/// Links of the form `sim:ec25`: a simulated device is started for the link and ends with this
/// program.
final class SimulatedLinks implements LinkProvider, AutoCloseable {
  private final Supplier<SimulatedBench> benches;
  private final List<SimulatedBench> started = new ArrayList<>();

  SimulatedLinks(Supplier<SimulatedBench> benches) {
    this.benches = benches;
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
    throw new Fault(LinkCodes.UNSUPPORTED, "opening a link", address.toString());
  }

  /// Starts the device and says where its terminal is.
  @Override
  public synchronized LinkAddress carried(LinkAddress address) {
    Path folder = folder();
    SimulatedBench bench = benches.get();
    started.add(bench);
    String name = address.path();
    var unused = bench.start(folder, List.of(new DeviceRequest(name, name, "", 1)));
    return new LinkAddress("serial", folder.resolve(name).toString());
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
