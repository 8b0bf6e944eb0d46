package simwright.apdu;

import simwright.time.Deadline;

/// A way to a card. Everything else stands on it as a decorator: from the wire up 6Cxx
/// (`RightLength`), 61xx (`WholeAnswers`), recording, deadlines, a logical channel.
@FunctionalInterface
public interface CardChannel {
  /// Sends one command and gives the answer as it came, whatever its status word is. A broken
  /// conversation, or none within the deadline, is a fault.
  Response transmit(Command command, Deadline deadline);
}
