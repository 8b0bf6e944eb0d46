package simwright.acceptance.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.at.Answer;
import simwright.at.AtEngine;
import simwright.at.command.ActivateContext;
import simwright.at.command.ReadContextStates;

/// Activates a packet context, or deactivates it (`state: off`), and asks whether it is so (+CGACT,
/// 3GPP TS 27.007 clause 10.1.10): `cid`, or the family's first one. Measures the seconds.
public final class ActivateStep implements Step {
  @Override
  public String kind() {
    return "context-activate";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("state", "cid");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    double cid = with.number("cid", 1);
    return cid >= 0 && cid <= 16 && cid == Math.rint(cid)
        ? OnOff.objection(with)
        : Optional.of("cid is a whole number from 0 to 16");
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("seconds", "s");
  }

  @Override
  public List<Change> changes(Parameters with) {
    String cid = with.text("cid", "<the family's first>");
    return List.of(Change.sets("AT+CGACT=" + (OnOff.on(with) ? 1 : 0) + "," + cid));
  }

  @Override
  public Optional<String> leaves(Parameters with) {
    return OnOff.on(with) ? Optional.empty() : Optional.of(what(with));
  }

  @Override
  public Optional<String> clears(Parameters with) {
    return OnOff.on(with) ? Optional.of(what(with)) : Optional.empty();
  }

  private static String what(Parameters with) {
    return "context " + with.text("cid", "of the family") + " inactive";
  }

  @Override
  public Found run(StepContext context) {
    int cid = (int) context.with().number("cid", context.device().profile().firstContext());
    return context.device().talk(context.cancel(), engine -> switched(context, engine, cid));
  }

  private static Found switched(StepContext context, AtEngine engine, int cid) {
    boolean on = OnOff.on(context.with());
    long start = context.time().nanos();
    Answer<Boolean> done = engine.send(new ActivateContext(cid, on), context.deadline().left());
    String does = on ? "activate" : "deactivate";
    if (done.code().isPresent()) {
      return Found.failed(
          Outcome.FAIL, "the modem refuses to " + does + " context " + cid, done.code(), Map.of());
    }
    Map<String, Double> values = context.declared(Map.of("seconds", context.secondsSince(start)));
    Optional<Boolean> now =
        engine.send(new ReadContextStates()).value().map(states -> states.getOrDefault(cid, false));
    String words = "context " + cid + (on ? " is active" : " is not active");
    if (now.isEmpty()) {
      return ReadBack.untold(words, values);
    }
    return now.get() == on
        ? Found.passed(words, values)
        : Found.failed(
            Outcome.FAIL,
            "the modem said OK, and context " + cid + (on ? " is not active" : " is active"),
            Optional.empty(),
            values);
  }
}
