package simwright.lab;

import java.nio.file.Path;
import java.util.List;

/// A bench of simulated devices that can be started and stopped; implemented by the simulator,
/// handed over by the wiring.
public interface SimulatedBench extends AutoCloseable {
  /// Starts devices of these hardware-profile names and publishes them under `dir` with
  /// `bench.json`.
  BenchDescription start(Path dir, List<DeviceRequest> devices);

  /// The same for other programs; throws `lab/no-terminals` where devices stand on no terminal, so
  /// that nobody else could reach them.
  BenchDescription serve(Path dir, List<DeviceRequest> devices);

  /// The same with an SM-DP+, an SM-DS and orders; `bench.json` is written when all of it is there.
  BenchDescription serveAll(Path dir, List<DeviceRequest> devices);

  /// Starts an SM-DP+ and an SM-DS beside the devices of the started bench, with orders that wait.
  BenchDescription startServers();

  /// Disturbs a device of the started bench.
  void disturb(String id, Disturbance disturbance);

  /// Unplugs everything and removes what was published.
  @Override
  void close();

  /// A device to offer: its id on the bench, the device name (`ec25`), fault specification ("" for
  /// none), and seed.
  record DeviceRequest(String id, String device, String faults, long seed) {}
}
