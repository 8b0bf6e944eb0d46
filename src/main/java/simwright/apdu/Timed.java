package simwright.apdu;

import java.time.Duration;
import java.util.function.Function;
import simwright.fault.Fault;
import simwright.time.Deadline;

/// Gives each command the time its kind may take, never more than the caller has left; nothing is
/// sent once that is over. A long answer such as a key generation may need minutes, the rest
/// seconds: one value for all is always wrong for some.
public record Timed(CardChannel wire, Function<Command, Duration> allowed) implements CardChannel {
  private static final int STORE_DATA = 0xe2;
  private static final Duration LONG = Duration.ofMinutes(4);
  private static final Duration SHORT = Duration.ofSeconds(30);

  /// What cards take: minutes for a block that an application stores, which may make keys or erase
  /// memory, and half a minute for all else.
  public static Timed usual(CardChannel wire) {
    return new Timed(wire, command -> command.ins() == STORE_DATA ? LONG : SHORT);
  }

  @Override
  public Response transmit(Command command, Deadline deadline) {
    Deadline own = deadline.atMost(allowed.apply(command));
    if (own.passed()) {
      throw new Fault(ApduCodes.LATE, "sending " + command, "nothing was sent");
    }
    return wire.transmit(command, own);
  }
}
