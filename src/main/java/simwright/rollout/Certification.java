package simwright.rollout;

import java.time.Instant;
import java.util.Optional;
import simwright.acceptance.Judged;
import simwright.acceptance.plan.Outcome;

/// That a device of a kind held what a plan asks: by which run, on which device (as the log knows
/// it), by which editions of plan and limits, when, how, at the first try or a later one, whether
/// test roots were believed meanwhile, and what withdrew it since.
public record Certification(
    Judged edition,
    String run,
    String device,
    Instant at,
    Outcome outcome,
    int attempt,
    boolean lab,
    Optional<Withdrawal> withdrawn) {
  /// A later run of the same editions on the same kind of device that it failed.
  public record Withdrawal(String run, Instant at, Outcome outcome) {}

  /// Whether it holds.
  public boolean stands() {
    return withdrawn.isEmpty();
  }

  /// The same, withdrawn by a run.
  Certification withdrawn(Withdrawal by) {
    return new Certification(edition, run, device, at, outcome, attempt, lab, Optional.of(by));
  }
}
