package simwright.acceptance;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.acceptance.plan.PlannedStep;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.device.Device;
import simwright.time.Deadline;
import simwright.time.Time;

/// What a step has at hand: the device, what the plan says of the step, its deadline, how long a
/// person may take for an answer, the wish to stop, the clock, who answers questions, the run's
/// tools, the steps that are finished, and when the run began, in nanoseconds of the clock.
public record StepContext(
    Device device,
    PlannedStep planned,
    Deadline deadline,
    Duration answering,
    Cancel cancel,
    Time time,
    Attendant attendant,
    RunTools tools,
    List<StepRecord> before,
    long runBegan) {
  /// The parameters.
  public Parameters with() {
    return planned.with();
  }

  /// Of these values the ones that the plan declares: what is not declared is not taken.
  public Map<String, Double> declared(Map<String, Double> values) {
    Map<String, Double> taken = new LinkedHashMap<>();
    values.forEach((name, value) -> {
      if (planned.declares(name)) {
        taken.put(name, value);
      }
    });
    return taken;
  }

  /// The seconds since a moment of the clock in nanoseconds, to two places.
  public double secondsSince(long nanos) {
    return Math.round((time.nanos() - nanos) / 1e7) / 100.0;
  }

  /// The seconds since the step of an id was over, to two places; empty where it was not carried
  /// out.
  public Optional<Double> secondsSinceEnd(String id) {
    return before.reversed().stream()
        .filter(record -> record.id().equals(id) && record.ended() != Outcome.SKIPPED)
        .findFirst()
        .map(record -> secondsSince(runBegan + record.at().plus(record.took()).toNanos()));
  }

  /// All values that the step of an id took of a measurement so far, of each step the last try's.
  public List<Double> taken(String id, String measurement) {
    Map<String, Double> last = new LinkedHashMap<>();
    int other = 0;
    for (StepRecord record : before) {
      if (!record.id().equals(id)) {
        continue;
      }
      String slot = record.place().slot().isEmpty() ? "?" + other++ : record.place().slot();
      last.remove(slot);
      record.measured().stream()
          .filter(each -> each.limit().name().equals(measurement))
          .flatMap(each -> each.value().stream())
          .forEach(value -> last.put(slot, value));
    }
    return List.copyOf(last.values());
  }
}
