package simwright.acceptance.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import simwright.acceptance.CardWork;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Parameters;

/// Lists the profiles on the eUICC by their names, with which is in use and what their policy rules
/// forbid (SGP.22 clause 3.2.4); measures how many there are, are in use, and carry rules.
public final class ProfileListStep implements Step {
  @Override
  public String kind() {
    return "profile-list";
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("profiles", "profiles", "enabled", "profiles", "ruled", "profiles");
  }

  @Override
  public Found run(StepContext context) {
    return OnCard.judged(() -> {
      List<CardWork.Profile> all =
          context.tools().card().read(context.deadline(), context.cancel()).all();
      Map<String, Double> values = new LinkedHashMap<>();
      values.put("profiles", (double) all.size());
      values.put("enabled", (double) all.stream().filter(CardWork.Profile::enabled).count());
      values.put(
          "ruled",
          (double)
              all.stream().filter(each -> each.mayNotDisable() || each.mayNotDelete()).count());
      String words = all.stream().map(ProfileListStep::words).collect(Collectors.joining(", "));
      return Found.passed(words.isEmpty() ? "no profile" : words, context.declared(values));
    });
  }

  private static String words(CardWork.Profile profile) {
    return profile.name()
        + (profile.enabled() ? " (in use)" : "")
        + (profile.mayNotDisable() ? " (may not be disabled)" : "")
        + (profile.mayNotDelete() ? " (may not be deleted)" : "");
  }
}
