package simwright.acceptance.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Parameters;
import simwright.identity.Iccid;

/// Gives the profile that the step of the id `profile` downloaded the nickname `name`, "" for none,
/// and reads it back (SGP.22 clause 3.2.7).
public final class RenameStep implements Step {
  @Override
  public String kind() {
    return "profile-rename";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("profile", "name");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return with.text("name", "").length() > 30
        ? Optional.of("name has at most 30 characters")
        : OnCard.named(with);
  }

  @Override
  public List<Change> changes(Parameters with) {
    return List.of(
        Change.sets("gives the profile of '" + with.text("profile", "") + "' another nickname"));
  }

  @Override
  public Found run(StepContext context) {
    Optional<Iccid> profile = OnCard.profile(context);
    if (profile.isEmpty()) {
      return OnCard.unmet(context);
    }
    String name = context.with().text("name", "");
    return OnCard.judged(() -> {
      context.tools().card().rename(profile.get(), name, context.deadline(), context.cancel());
      return Found.passed(name.isEmpty() ? "without a nickname" : "named " + name, Map.of());
    });
  }
}
