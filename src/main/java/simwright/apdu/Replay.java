package simwright.apdu;

import java.util.Iterator;
import java.util.List;
import simwright.fault.Fault;
import simwright.time.Deadline;

/// Plays recorded exchanges: the same commands in the same order get the same answers, any other is
/// a fault.
public final class Replay implements CardChannel {
  private final Iterator<Exchange> recorded;

  /// Plays these from the first on.
  public Replay(List<Exchange> recorded) {
    this.recorded = List.copyOf(recorded).iterator();
  }

  @Override
  public Response transmit(Command command, Deadline deadline) {
    if (!recorded.hasNext()) {
      throw new Fault(ApduCodes.REPLAY, "replaying " + command, "the recording is at its end");
    }
    Exchange next = recorded.next();
    if (!next.command().equals(command)) {
      throw new Fault(ApduCodes.REPLAY, "replaying " + command, "recorded: " + next.command());
    }
    return next.response();
  }

  /// Whether everything was played.
  public boolean finished() {
    return !recorded.hasNext();
  }
}
