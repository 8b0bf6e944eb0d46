package simwright.acceptance;

import java.time.Instant;
import java.util.List;

/// A run of a plan on a device, finished. Its outcome is computed from its steps and nothing else.
public record Run(
    String id,
    String plan,
    String planSha256,
    String device,
    String model,
    String hardwareProfile,
    boolean simulated,
    String operator,
    Instant started,
    Instant ended,
    List<StepRecord> steps) {
  /// The worst of all steps.
  public Outcome outcome() {
    return steps.isEmpty()
        ? Outcome.NOT_STARTED
        : Outcome.worst(steps.stream().map(StepRecord::outcome).toList());
  }
}
