package simwright.lab;

import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;

/// A bench of simulated devices that can be started and stopped; implemented by the simulator,
/// handed over by the wiring.
public interface SimulatedBench extends AutoCloseable {
  /// Where the virtual card reader vpcd listens unless it is told otherwise.
  int READER_PORT = 35_963;

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

  /// Puts an eUICC of the bench into the virtual card reader at an address; throws `lab/no-reader`.
  /// Before `startServers`, so that they know the card.
  void insertCard(InetSocketAddress reader);

  /// Disturbs a device of the started bench.
  void disturb(String id, Disturbance disturbance);

  /// Unplugs everything and removes what was published.
  @Override
  void close();

  /// A device to offer: its id on the bench, the device name (`ec25`), fault specification ("" for
  /// none), and seed.
  record DeviceRequest(String id, String device, String faults, long seed) {}
}
