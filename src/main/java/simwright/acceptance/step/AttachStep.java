package simwright.acceptance.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.at.Answer;
import simwright.at.command.ReadAttachment;
import simwright.at.command.SetAttachment;

/// Attaches to the packet domain, or detaches (`state: off`), and asks whether it is so (+CGATT,
/// 3GPP TS 27.007 clause 10.1.9); measures the seconds until the modem confirms it.
public final class AttachStep implements Step {
  /// What a detach leaves.
  static final String LEFT = "the device detached";

  @Override
  public String kind() {
    return "attach";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("state");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return OnOff.objection(with);
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("seconds", "s");
  }

  @Override
  public List<Change> changes(Parameters with) {
    return List.of(Change.sets(new SetAttachment(OnOff.on(with)).text()));
  }

  @Override
  public Optional<String> leaves(Parameters with) {
    return OnOff.on(with) ? Optional.empty() : Optional.of(LEFT);
  }

  @Override
  public Optional<String> clears(Parameters with) {
    return OnOff.on(with) ? Optional.of(LEFT) : Optional.empty();
  }

  @Override
  public boolean restores(Parameters with, Predicate<String> own, String what) {
    return OnOff.on(with) && what.equals(LEFT);
  }

  @Override
  public Found run(StepContext context) {
    boolean on = OnOff.on(context.with());
    long start = context.time().nanos();
    return context
        .device()
        .talk(
            context.cancel(),
            engine -> {
              Answer<Boolean> done = engine.send(new SetAttachment(on), context.deadline().left());
              if (done.code().isPresent()) {
                return Found.failed(
                    Outcome.FAIL,
                    "the modem refuses to " + (on ? "attach" : "detach"),
                    done.code(),
                    Map.of());
              }
              Map<String, Double> values =
                  context.declared(Map.of("seconds", context.secondsSince(start)));
              String words = on ? "attached" : "detached";
              Optional<Boolean> now = engine.send(new ReadAttachment()).value();
              if (now.isEmpty()) {
                return ReadBack.untold(words, values);
              }
              return now.get() == on
                  ? Found.passed(words, values)
                  : Found.failed(
                      Outcome.FAIL,
                      "the modem said OK and tells that it is "
                          + (on ? "not attached" : "attached"),
                      Optional.empty(),
                      values);
            });
  }
}
