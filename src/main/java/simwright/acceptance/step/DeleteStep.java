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

/// Deletes the profile that a step of this run downloaded (SGP.22 clause 3.2.3), all of them where
/// it was repeated: parameter `profile` is that step's id. Where that step did not tell whether its
/// profile came onto the card, the profiles that came since the run first read it are the run's
/// own, too.
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
    List<RunTools.Met> met = context.tools().allMet(step);
    if (met.isEmpty()) {
      return OnCard.judged(() -> unmet(context));
    }
    if (!met.getFirst().own()) {
      return Found.failed(
          Outcome.ERROR,
          "this run did not download the profile of '" + step + "'",
          Optional.empty(),
          Map.of());
    }
    return OnCard.judged(() -> delete(context, met));
  }

  /// A download that broke off may have come onto the card all the same. After the run's end only
  /// what its own orders are known to have brought is its own: the rest may be somebody else's and
  /// is left alone; that the card is as before is verified apart.
  private static Found unmet(StepContext context) {
    RunTools tools = context.tools();
    boolean afterwards = tools.around().afterwards();
    Optional<RunTools.There> before = tools.first();
    if (before.isEmpty() && !afterwards) {
      return Found.passed("none is known to be deleted", Map.of());
    }
    CardWork.Reading now = tools.card().read(context.deadline(), context.cancel());
    Set<Iccid> came = new HashSet<>(now.there().profiles());
    if (afterwards) {
      came.retainAll(tools.card().brought());
    } else {
      before.ifPresent(first -> came.removeAll(first.profiles()));
      tools.profiles().values().forEach(each -> came.remove(each.iccid()));
    }
    for (Iccid each : came) {
      context.tools().card().delete(each, context.deadline(), context.cancel());
    }
    return Found.passed(
        came.isEmpty() ? "there is none to delete" : "deleted " + came.size() + " that had come",
        Map.of());
  }

  private static Found delete(StepContext context, List<RunTools.Met> all) {
    int gone = 0;
    for (RunTools.Met each : all) {
      gone += delete(context, each.iccid()) ? 0 : 1;
    }
    String deleted = all.size() > 1 ? "deleted " + (all.size() - gone) : "deleted";
    return Found.passed(
        gone == all.size() ? "it is gone" : deleted + (gone > 0 ? ", " + gone + " were gone" : ""),
        Map.of());
  }

  /// Whether it was there to be deleted.
  private static boolean delete(StepContext context, Iccid iccid) {
    try {
      context.tools().card().delete(iccid, context.deadline(), context.cancel());
      return true;
    } catch (Fault fault) {
      if (fault.code().equals(LpaCodes.NO_PROFILE)) {
        return false;
      }
      throw fault;
    }
  }
}
