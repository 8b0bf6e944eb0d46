package simwright.lpa;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.rsp.RspCodes;
import simwright.time.Deadline;
import simwright.time.Time;

/// How often and after which pauses a server is met again that could not be reached or broke off:
/// three times in all, after 1 to 2 s, then 4 to 8 s. A refusal is an answer and ends it at once,
/// so that no attempt of an order is wasted.
final class Patience {
  private static final int MOST = 3;
  private static final int FACTOR = 4;
  private static final Duration SLICE = Duration.ofMillis(200);
  private static final Set<FaultCode> PASSING =
      Set.of(RspCodes.UNREACHABLE, RspCodes.TIMEOUT, RspCodes.CUT, RspCodes.UNKNOWN_HOST);

  private final Flow flow;
  private final Time time;
  private Duration next = Duration.ofSeconds(1);
  private int tries = 1;

  Patience(Flow flow, Time time) {
    this.flow = flow;
    this.time = time;
  }

  /// Waits where another try may help; false where it does not, or where there were enough.
  boolean again(Fault fault) {
    if (tries == MOST || !passing(fault)) {
      return false;
    }
    tries++;
    long millis = next.toMillis();
    Duration pause = Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis));
    next = next.multipliedBy(FACTOR);
    flow.stage(
        "retry",
        "begun",
        Map.of("code", fault.code().toString(), "try", tries, "pauseMillis", pause.toMillis()));
    flow.progress().at("waiting before try " + tries + " of " + MOST, 0, 0);
    Deadline deadline = time.deadline(pause);
    while (!deadline.passed()) {
      flow.cancel().check("waiting before the next try", flow.device());
      time.sleep(deadline.atMost(SLICE).left());
    }
    return true;
  }

  /// Whether it may pass by itself: the server was not reached, or broke off.
  static boolean passing(Fault fault) {
    boolean broken =
        fault.code().equals(RspCodes.HTTP)
            && fault.evidence().filter(text -> text.startsWith("HTTP 5")).isPresent();
    return broken || PASSING.contains(fault.code());
  }
}
