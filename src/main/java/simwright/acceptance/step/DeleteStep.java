package simwright.acceptance.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.RunTools;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.fault.Fault;
import simwright.lpa.LpaCodes;

/// Deletes the profile that a step of this run downloaded (SGP.22 clause 3.2.3): parameter
/// `profile` is that step's id. Where it did not come to a download there is nothing to delete.
public final class DeleteStep implements Step {
  @Override
  public String kind() {
    return "profile-delete";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("profile");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return OnCard.named(with);
  }

  @Override
  public List<Change> changes(Parameters with) {
    return List.of(
        Change.sets("deletes the profile that '" + with.text("profile", "") + "' downloaded"));
  }

  @Override
  public Found run(StepContext context) {
    String step = context.with().text("profile", "");
    Optional<RunTools.Met> met = context.tools().met(step);
    if (met.isEmpty()) {
      return Found.passed("there is none to delete", Map.of());
    }
    if (!met.get().own()) {
      return Found.failed(
          Outcome.ERROR,
          "this run did not download the profile of '" + step + "'",
          Optional.empty(),
          Map.of());
    }
    return OnCard.judged(() -> delete(context, met.get()));
  }

  private static Found delete(StepContext context, RunTools.Met met) {
    try {
      context.tools().card().delete(met.iccid(), context.deadline(), context.cancel());
      return Found.passed("deleted", Map.of());
    } catch (Fault fault) {
      if (fault.code().equals(LpaCodes.NO_PROFILE)) {
        return Found.passed("it is gone", Map.of());
      }
      throw fault;
    }
  }
}
