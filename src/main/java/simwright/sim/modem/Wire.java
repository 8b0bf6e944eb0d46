package simwright.sim.modem;

/// Where a modem's bytes go on their way to the host. A modem waits with its answers until they are
/// taken, and gives up a report, as a whole, for which there is no room.
@FunctionalInterface
public interface Wire {
  /// Takes bytes, all of them.
  void send(byte[] bytes);

  /// Whether there is room for a report.
  default boolean hasRoom() {
    return true;
  }
}
