package simwright.acceptance;

import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;

/// A value that a step of a recorded run took: the number of its record, the step by its id (its
/// title where it has none), the limit in force then, the value, and how it was judged.
public record Taken(
    RunSummary run, long seq, String step, Limit limit, double value, Outcome outcome) {}
