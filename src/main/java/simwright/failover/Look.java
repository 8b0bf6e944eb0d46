package simwright.failover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simwright.device.PingResult;
import simwright.device.Snapshot;

/// What a device shows of its service, as a situation. What it does not tell stays unknown.
public record Look(Snapshot snapshot, Optional<PingResult> ping) {
  /// The situation at a time.
  public Situation situation(
      Instant at,
      Optional<Situation.Wish> wish,
      List<Candidate> candidates,
      Optional<Integer> switchesLeft) {
    return new Situation(at, snapshot.homeCountry(), signs(), wish, candidates, switchesLeft);
  }

  private Situation.Signs signs() {
    return new Situation.Signs(
        snapshot.registration().value().map(_ -> snapshot.registered()),
        snapshot.reject(),
        ping.filter(each -> each.sent() > 0)
            .map(each -> (each.sent() - each.received()) * 100 / each.sent()),
        ping.flatMap(PingResult::averageMillis));
  }
}
