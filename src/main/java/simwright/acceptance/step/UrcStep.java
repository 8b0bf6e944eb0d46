package simwright.acceptance.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.ask.Cancel;
import simwright.at.Answer;
import simwright.at.AtEngine;
import simwright.at.EngineState;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.observe.Subscription;
import simwright.time.Deadline;
import simwright.time.Time;

/// Waits until the modem says an unsolicited line that matches `match`, whose named groups are
/// measured by `units`; measures `seconds` since the wait began. With `command` (and `changes`
/// where it does not only ask) that is sent once the wait has begun, so that its line cannot be
/// missed.
public final class UrcStep implements Step {
  @Override
  public String kind() {
    return "urc";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("match", "units", "command", "changes");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    if (with.text("match", "").isEmpty()) {
      return Optional.of("match is a regular expression");
    }
    return LinePattern.objection(with, "match")
        .or(() -> with.has("command") ? PlanLine.objection(with) : Optional.empty());
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    Map<String, String> all = new LinkedHashMap<>(LinePattern.units(with));
    all.put("seconds", "s");
    return all;
  }

  @Override
  public List<Change> changes(Parameters with) {
    return with.has("command") ? PlanLine.changes(with) : List.of();
  }

  @Override
  public Set<String> alters(Parameters with, Predicate<String> own) {
    return with.has("command") ? PlanLine.alters(with) : Set.of();
  }

  @Override
  public boolean restores(Parameters with, Predicate<String> own, String what) {
    return with.has("command") && PlanLine.restores(with, what);
  }

  @Override
  public Found run(StepContext context) {
    AtEngine engine = context.device().at();
    Ear ear = new Ear(LinePattern.of(context.with(), "match"));
    long start = context.time().nanos();
    try (Subscription _ = engine.urcs().subscribe(urc -> ear.heard(urc.line()));
        Subscription _ = engine.state().subscribe(ear::state);
        Subscription _ = context.cancel().watch(ear::wake)) {
      if (context.with().has("command")) {
        Answer<List<String>> answer =
            context.device().talk(context.cancel(), at -> PlanLine.send(context, at));
        if (answer.code().isPresent()) {
          return Found.failed(
              Outcome.FAIL, "the command before the wait is refused", answer.code(), Map.of());
        }
      }
      Optional<Map<String, Double>> found =
          ear.await(context.time(), context.deadline(), context.cancel());
      context.cancel().check("waiting for an unsolicited line", context.device().id());
      ear.gone()
          .ifPresent(why -> {
            throw new Fault(why, "waiting for an unsolicited line", context.device().id());
          });
      Map<String, Double> values = new LinkedHashMap<>(found.orElse(Map.of()));
      values.put("seconds", context.secondsSince(start));
      return found.isPresent()
          ? Found.passed("it came", context.declared(values))
          : Found.failed(
              Outcome.TIMEOUT,
              "it did not come; " + ear.others() + " other lines did",
              Optional.of(AcceptanceCodes.NOT_SAID),
              Map.of());
    }
  }

  /// Listens on the engine's threads.
  private static final class Ear {
    private final LinePattern pattern;
    private @Nullable Map<String, Double> found;
    private @Nullable FaultCode gone;
    private int others;

    Ear(LinePattern pattern) {
      this.pattern = pattern;
    }

    synchronized void heard(String line) {
      Optional<Map<String, Double>> values = pattern.in(List.of(line));
      if (found == null && values.isPresent()) {
        found = values.get();
      } else {
        others++;
      }
      notifyAll();
    }

    synchronized void state(EngineState state) {
      if (state instanceof EngineState.Ended(FaultCode why)) {
        gone = why;
      }
      notifyAll();
    }

    synchronized void wake() {
      notifyAll();
    }

    synchronized Optional<Map<String, Double>> await(Time time, Deadline deadline, Cancel cancel) {
      boolean unused =
          time.await(this, () -> found != null || gone != null || cancel.requested(), deadline);
      return Optional.ofNullable(found);
    }

    /// Why the link ended, where it did before the line came.
    synchronized Optional<FaultCode> gone() {
      return found == null ? Optional.ofNullable(gone) : Optional.empty();
    }

    synchronized int others() {
      return others;
    }
  }
}
