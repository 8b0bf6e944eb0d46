package simwright.lpa;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.rsp.RspCodes;
import simwright.time.Deadline;
import simwright.time.Time;

/// How often and after which pauses a server is met again that could not be reached or broke off:
/// three times in all, after 1 to 2 s, then 4 to 8 s; over a metered link twice in all. A refusal
/// is an answer and ends it at once, so that no attempt of an order is wasted. A nearly empty
/// battery or a hopeless signal puts it off instead.
final class Patience {
  private static final int MOST = 3;
  private static final int MOST_METERED = 2;
  private static final int FACTOR = 4;
  private static final Duration SLICE = Duration.ofMillis(200);
  private static final Set<FaultCode> PASSING =
      Set.of(RspCodes.UNREACHABLE, RspCodes.TIMEOUT, RspCodes.CUT, RspCodes.UNKNOWN_HOST);

  private final Flow flow;
  private final Time time;
  private final Circumstances circumstances;
  private Duration next = Duration.ofSeconds(1);
  private int tries = 1;

  Patience(Flow flow, Circumstances circumstances, Time time) {
    this.flow = flow;
    this.circumstances = circumstances;
    this.time = time;
  }

  /// Waits where another try may help; false where it does not, or where there were enough. Throws
  /// a fault where it has to wait for better circumstances.
  boolean again(Fault fault) {
    int most = circumstances.metered() ? MOST_METERED : MOST;
    if (tries >= most || !passing(fault)) {
      return false;
    }
    respect(fault);
    tries++;
    long millis = next.toMillis();
    Duration pause = Duration.ofMillis(millis + ThreadLocalRandom.current().nextLong(millis));
    next = next.multipliedBy(FACTOR);
    flow.stage(
        Stage.RETRY,
        "begun",
        Map.of("code", fault.code().toString(), "try", tries, "pauseMillis", pause.toMillis()));
    flow.progress().at(ProfileDownload.AGAIN + tries + " of " + most, 0, 0);
    Deadline deadline = time.deadline(pause);
    while (!deadline.passed()) {
      flow.cancel().check("waiting before the next try", flow.device());
      time.sleep(deadline.atMost(SLICE).left());
    }
    respect(fault);
    return true;
  }

  /// Before the pause and after it, as a device may have told more of itself meanwhile.
  private void respect(Fault last) {
    Optional<Circumstances.Reason> reason = circumstances.against();
    if (reason.isPresent()) {
      String code = reason.get().code().toString();
      flow.stage(
          Stage.DEFERRED,
          "done",
          Map.of("why", code, "code", last.code().toString(), "try", tries));
      throw new Fault(
          reason.get().code(),
          "waiting before the next try",
          flow.device(),
          reason.get().words() + "; the last try ended with " + last.code(),
          last);
    }
  }

  /// Whether it may pass by itself: the server was not reached, or broke off.
  static boolean passing(Fault fault) {
    boolean broken =
        fault.code().equals(RspCodes.HTTP)
            && fault.evidence().filter(text -> text.startsWith("HTTP 5")).isPresent();
    return broken || PASSING.contains(fault.code());
  }
}
