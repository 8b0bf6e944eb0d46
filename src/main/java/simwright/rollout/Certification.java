package simwright.rollout;

import java.time.Instant;
import simwright.acceptance.Judged;
import simwright.acceptance.plan.Outcome;

/// That a device of a kind held what a plan asks: by which run, on which device (as the log knows
/// it), by which editions of plan and limits, when, how, at the first try or a later one, and
/// whether test roots were believed meanwhile.
public record Certification(
    Judged edition,
    String run,
    String device,
    Instant at,
    Outcome outcome,
    int attempt,
    boolean lab) {}
