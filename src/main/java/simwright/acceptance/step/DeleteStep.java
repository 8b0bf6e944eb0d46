package simwright.acceptance.step;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.CardWork;
import simwright.acceptance.RunTools;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.fault.Fault;
import simwright.identity.Iccid;
import simwright.lpa.LpaCodes;

/// Deletes the profile that a step of this run downloaded (SGP.22 clause 3.2.3): parameter
/// `profile` is that step's id. Where that step did not tell whether its profile came onto the
/// card, the profiles that came since the run first read it are the run's own, too.
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
      return OnCard.judged(() -> unmet(context));
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

  /// A download that broke off may have come onto the card all the same. What came after the run's
  /// end may be somebody else's and is left alone; that the card is as before is verified apart.
  private static Found unmet(StepContext context) {
    Optional<RunTools.There> before = context.tools().there().values().stream().findFirst();
    if (before.isEmpty() || context.tools().around().afterwards()) {
      return Found.passed("none is known to be deleted", Map.of());
    }
    Set<Iccid> known = new HashSet<>(before.get().profiles());
    context.tools().profiles().values().forEach(each -> known.add(each.iccid()));
    CardWork.Reading now = context.tools().card().read(context.deadline(), context.cancel());
    Set<Iccid> came = new HashSet<>(now.there().profiles());
    came.removeAll(known);
    for (Iccid each : came) {
      context.tools().card().delete(each, context.deadline(), context.cancel());
    }
    return Found.passed(
        came.isEmpty() ? "there is none to delete" : "deleted " + came.size() + " that had come",
        Map.of());
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
