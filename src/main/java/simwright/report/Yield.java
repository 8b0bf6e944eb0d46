package simwright.report;

import java.util.List;
import java.util.function.Function;
import simwright.acceptance.Run;
import simwright.acceptance.plan.Outcome;
import simwright.rollout.Rate;

/// How many runs passed of those that judged their device: what a bench error, a person or a rule
/// ended, and what is inconclusive, says nothing about a device and is not counted.
record Yield(Rate rate) {
  /// If nothing had been tried again.
  static Yield first(List<Run> runs) {
    return of(runs, Run::firstOutcome);
  }

  /// With the last tries.
  static Yield last(List<Run> runs) {
    return of(runs, Run::outcome);
  }

  private static Yield of(List<Run> runs, Function<Run, Outcome> outcome) {
    List<Outcome> judged = runs.stream().map(outcome).filter(Outcome::judges).toList();
    return new Yield(new Rate(judged.stream().filter(Outcome::fine).count(), judged.size()));
  }

  /// The rate never stands without its n and its 95 % interval.
  String words() {
    return rate.empty() ? "no run judged its device" : rate.words();
  }
}
