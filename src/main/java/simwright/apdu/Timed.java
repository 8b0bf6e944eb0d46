package simwright.apdu;

import java.time.Duration;
import java.util.function.Function;
import simwright.fault.Fault;
import simwright.time.Deadline;

/// Gives each command the time its kind may take, never more than the caller has left; nothing is
/// sent once that is over. A long answer such as a key generation may need minutes, the rest
/// seconds: one value for all is always wrong for some.
public record Timed(CardChannel wire, Function<Command, Duration> allowed) implements CardChannel {
  @Override
  public Response transmit(Command command, Deadline deadline) {
    Deadline own = deadline.atMost(allowed.apply(command));
    if (own.passed()) {
      throw new Fault(ApduCodes.LATE, "sending " + command, "nothing was sent");
    }
    return wire.transmit(command, own);
  }
}
