package simwright.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import simwright.fault.Fault;
import simwright.lab.BenchDescription;
import simwright.lab.BenchFile;
import simwright.lab.Disturbance;
import simwright.lab.LabCodes;
import simwright.lab.SimulatedBench;
import simwright.lab.SimulatedBench.DeviceRequest;

/// A simulated bench for this program alone, in a temporary folder that goes with it.
final class OwnBench implements AutoCloseable {
  private final SimulatedBench bench;
  private final Path folder;

  private OwnBench(SimulatedBench bench, Path folder) {
    this.bench = bench;
    this.folder = folder;
  }

  /// Starts these devices.
  static OwnBench start(SimulatedBench bench, List<DeviceRequest> devices) {
    OwnBench own = new OwnBench(bench, temporary());
    try {
      BenchDescription unused = bench.start(own.folder, devices);
      return own;
    } catch (Fault refused) {
      own.remove();
      throw refused;
    }
  }

  /// Starts servers with orders that wait, so that a download can be tried.
  void startServers() {
    BenchDescription unused = bench.startServers();
  }

  Path folder() {
    return folder;
  }

  /// Where the device of this id is now.
  String link(String id) {
    return BenchFile.read(folder).devices().stream()
        .filter(device -> device.id().equals(id))
        .map(BenchDescription.Device::link)
        .findFirst()
        .orElseThrow(() -> new Fault(LabCodes.NO_DEVICE, "opening a device", id));
  }

  void disturb(String id, Disturbance disturbance) {
    bench.disturb(id, disturbance);
  }

  @Override
  public void close() {
    bench.close();
    remove();
  }

  private void remove() {
    try {
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new Fault(
          LabCodes.FOLDER, "removing the bench's folder", folder.toString(), e.getMessage(), e);
    }
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("simwright");
    } catch (IOException e) {
      throw new Fault(
          LabCodes.FOLDER, "making the bench's folder", "the temporary folder", e.getMessage(), e);
    }
  }
}
