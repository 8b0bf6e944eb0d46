package simwright.lab;

import java.util.List;

/// What `bench.json` says: every device with its id, the path of its terminal, its hardware
/// profile, fault seed and faults.
public record BenchDescription(int version, String control, List<Device> devices) {
  /// One device: `link` is the published path, `terminal` the pseudo-terminal (or in-process
  /// address) it leads to.
  public record Device(
      String id,
      String link,
      String terminal,
      String hardwareProfile,
      long seed,
      String faults,
      boolean plugged) {}
}
