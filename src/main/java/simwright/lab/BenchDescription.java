package simwright.lab;

import java.util.List;

/// What `bench.json` says: every device with its id, the path of its terminal, its hardware
/// profile, fault seed and faults; the servers, the test root they are believed by, and the orders
/// that wait there.
public record BenchDescription(
    int version, String control, List<Device> devices, List<Server> servers, List<Order> orders) {
  /// A bench without servers.
  public BenchDescription(int version, String control, List<Device> devices) {
    this(version, control, devices, List.of(), List.of());
  }

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

  /// One server: what it is (`sm-dp+`, `sm-ds`), the name it has, where it listens, and the file
  /// with the test root it is believed by.
  public record Server(String kind, String host, String address, String root) {}

  /// One order: the profile's name and ICCID, its activation code, the confirmation code ("" where
  /// none is asked for), and the id of the device whose tests may use it up ("" for anybody's).
  public record Order(
      String profile, String iccid, String code, String confirmationCode, String device) {}
}
