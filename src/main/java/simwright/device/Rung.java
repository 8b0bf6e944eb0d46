package simwright.device;

import java.util.Optional;
import simwright.fault.FaultCode;

/// One rung of the ladder from the port to the first ping: its state, what was found in words, and
/// the code to look up.
public record Rung(Step step, State state, String words, Optional<FaultCode> code) {
  /// The rungs from bottom to top.
  public enum Step {
    /// The port is there and open.
    PORT,
    /// Something answers AT commands.
    MODEM,
    /// The card is ready.
    SIM,
    /// The network has accepted the device.
    REGISTERED,
    /// A packet context is active and has an address.
    CONTEXT,
    /// A ping came back.
    PING
  }

  /// How a rung stands.
  public enum State {
    /// Proven.
    PASSED,
    /// Proven not to hold.
    FAILED,
    /// In between: it may still come.
    WAITING,
    /// Not asked, because a lower rung does not hold or nobody asked.
    NOT_REACHED
  }
}
