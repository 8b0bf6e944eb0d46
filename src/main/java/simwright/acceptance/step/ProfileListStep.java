package simwright.acceptance.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import simwright.acceptance.CardWork;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Parameters;
import simwright.identity.Iccid;

/// Lists the profiles on the eUICC by their names, with which is in use and what their policy rules
/// forbid (SGP.22 clause 3.2.4); measures how many there are, are in use, and carry rules. With
/// `since`, the id of a step that read the card before, it measures how many came and went, too.
public final class ProfileListStep implements Step {
  @Override
  public String kind() {
    return "profile-list";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("since");
  }

  @Override
  public Set<String> earlier() {
    return Set.of("since");
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    Map<String, String> all = new LinkedHashMap<>();
    List<String> names = List.of("profiles", "enabled", "ruled");
    names.forEach(name -> all.put(name, "profiles"));
    if (with.has("since")) {
      all.put("came", "profiles");
      all.put("went", "profiles");
    }
    return all;
  }

  @Override
  public Found run(StepContext context) {
    return OnCard.judged(() -> {
      CardWork.Reading read = context.tools().card().read(context.deadline(), context.cancel());
      List<CardWork.Profile> all = read.all();
      Map<String, Double> values = new LinkedHashMap<>();
      values.put("profiles", (double) all.size());
      values.put("enabled", (double) all.stream().filter(CardWork.Profile::enabled).count());
      values.put(
          "ruled",
          (double)
              all.stream().filter(each -> each.mayNotDisable() || each.mayNotDelete()).count());
      context
          .tools()
          .seen(context.with().text("since", ""))
          .ifPresent(before -> {
            values.put("came", without(read.there().profiles(), before.profiles()));
            values.put("went", without(before.profiles(), read.there().profiles()));
          });
      String words = all.stream().map(ProfileListStep::words).collect(Collectors.joining(", "));
      return Found.passed(words.isEmpty() ? "no profile" : words, context.declared(values));
    });
  }

  private static double without(Set<Iccid> these, Set<Iccid> others) {
    return these.stream().filter(each -> !others.contains(each)).count();
  }

  private static String words(CardWork.Profile profile) {
    return profile.name()
        + (profile.enabled() ? " (in use)" : "")
        + (profile.mayNotDisable() ? " (may not be disabled)" : "")
        + (profile.mayNotDelete() ? " (may not be deleted)" : "");
  }
}
