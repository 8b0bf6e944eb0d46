package simwright.failover.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.failover.Candidate;
import simwright.failover.Decision;
import simwright.failover.Decision.Consent;
import simwright.failover.Decision.Effect;
import simwright.failover.Machine;
import simwright.failover.News;
import simwright.failover.Outcome;
import simwright.failover.Situation;
import simwright.failover.Standing;
import simwright.failover.policy.Policy;
import simwright.identity.Iccid;

/// A trace replayed against a policy: the machine is told what the trace says, and its switches
/// change what is in use.
public final class Simulation {
  /// A return so soon to a profile that was just left is a flap.
  private static final Duration FLAP = Duration.ofMinutes(10);

  private final Machine machine;
  private final Trace trace;
  private final List<Decision> changes = new ArrayList<>();
  private final List<Move> moves = new ArrayList<>();
  private Standing standing;
  private Optional<Iccid> inUse;
  private Duration without = Duration.ZERO;

  /// Of this trace against this policy.
  public Simulation(Policy policy, Trace trace) {
    this.machine = new Machine(policy);
    this.trace = trace;
    this.standing = Machine.start(trace.start());
    this.inUse =
        trace.profiles().stream().filter(Candidate::enabled).findFirst().map(Candidate::iccid);
  }

  private record Move(Instant at, Optional<Iccid> left, Iccid to) {}

  /// What came of it: every decision that changed something, how often was switched, how often soon
  /// back to what had just been left, how long the device was without service, and what it ended
  /// with.
  public record Result(
      List<Decision> decisions,
      int switches,
      int flaps,
      Duration withoutService,
      Standing end,
      Optional<String> inUse) {
    public Result {
      decisions = List.copyOf(decisions);
    }
  }

  /// Replays it.
  public Result run() {
    Duration before = Duration.ofSeconds(-1);
    Duration at = Duration.ZERO;
    while (at.compareTo(trace.length()) <= 0) {
      Situation now = situation(before, at);
      Duration next = at.plus(trace.every());
      if (!now.signs().registered().orElse(false)) {
        without = without.plus(trace.every());
      }
      Decision decision = tell(now);
      if (decision.effect() instanceof Effect.Switch(Candidate to, Consent consent)) {
        Duration took = carriedOut(to, consent, at);
        without = without.plus(took);
        next = next.plus(took);
      }
      before = at;
      at = next;
    }
    return new Result(
        changes, moves.size(), flaps(), without, standing, inUse.map(each -> name(each)));
  }

  private Situation situation(Duration before, Duration at) {
    List<Candidate> candidates =
        trace.profiles().stream()
            .map(each -> each.inUse(inUse.filter(each.iccid()::equals).isPresent()))
            .toList();
    return new Situation(
        trace.start().plus(at),
        trace.country(at),
        trace.signs(inUse, at),
        trace.wish(before, at),
        candidates,
        Optional.empty());
  }

  private Decision tell(News news) {
    Decision decision = machine.next(standing, news);
    standing = decision.after();
    if (decision.changed()) {
      changes.add(decision);
    }
    return decision;
  }

  private Duration carriedOut(Candidate to, Consent consent, Duration at) {
    Instant now = trace.start().plus(at);
    if (consent == Consent.ASK && !trace.agrees()) {
      Decision unused = tell(new Outcome.Refused(now, "the person of this trace declines"));
      return Duration.ZERO;
    }
    Decision begun = tell(new Outcome.Begun(now));
    Instant end = begun.at().plus(trace.switching());
    if (!trace.switchable(to.iccid(), at)) {
      Decision unused = tell(new Outcome.Failed(end, "the trace lets it fail", inUse));
      return trace.switching();
    }
    moves.add(new Move(end, inUse, to.iccid()));
    inUse = Optional.of(to.iccid());
    Decision unused = tell(new Outcome.Switched(end));
    return trace.switching();
  }

  private int flaps() {
    int flaps = 0;
    for (int i = 1; i < moves.size(); i++) {
      Move move = moves.get(i);
      Move last = moves.get(i - 1);
      boolean back = last.left().filter(move.to()::equals).isPresent();
      flaps += back && Duration.between(last.at(), move.at()).compareTo(FLAP) < 0 ? 1 : 0;
    }
    return flaps;
  }

  private String name(Iccid iccid) {
    return trace.profiles().stream()
        .filter(each -> each.iccid().equals(iccid))
        .findFirst()
        .map(Candidate::name)
        .orElse("");
  }
}
