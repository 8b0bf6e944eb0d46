package simwright.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.plan.Outcome;

/// A run in the history: no outcome while it is under way; `firstOutcome` is what it would have
/// been without second tries, `attempt` the try that made it what it is; `facts` is what the device
/// told beside its model and firmware, `network` where it was registered; `process` carries it out.
public record RunSummary(
    String id,
    Judged judged,
    String batch,
    String device,
    String model,
    String revision,
    boolean simulated,
    boolean lab,
    String operator,
    String bench,
    String site,
    String network,
    Map<String, String> facts,
    Instant started,
    Optional<Instant> ended,
    Optional<Outcome> outcome,
    Optional<Outcome> firstOutcome,
    int attempt,
    String reason,
    Safety.State safety,
    String byHand,
    String process) {
  /// The plan's name.
  public String plan() {
    return judged.plan();
  }

  /// Whether its device was one that no tool can drive.
  public boolean testedByHand() {
    return "hand".equals(facts.get("link"));
  }

  /// How long it took; empty while it is under way.
  public Optional<Duration> took() {
    return ended.map(end -> Duration.between(started, end));
  }

  /// What it is searched, split and compared by; "" where it is not told.
  public String get(RunField field) {
    return switch (field) {
      case PLAN -> plan();
      case EDITION -> judged.planSha256();
      case DEVICE -> device;
      case MODEL -> model;
      case FIRMWARE -> revision;
      case OPERATOR -> operator;
      case BENCH -> bench;
      case SITE -> site;
      case NETWORK -> network;
    };
  }
}
