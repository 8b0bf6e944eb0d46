package simwright.acceptance.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import simwright.acceptance.CardWork;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.identity.Iccid;

/// Puts a profile in use and proves it by card, modem, registration and ping, or ends its use
/// (SGP.22 clauses 3.2.1 and 3.2.2): parameter `profile` is the id of the step that downloaded or
/// found it. Measures the seconds until that was proven. One that is in use already is not enabled
/// again, as each switch wears the card.
public record SwitchStep(boolean on) implements Step {
  @Override
  public String kind() {
    return on ? "profile-enable" : "profile-disable";
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
  public Map<String, String> measures(Parameters with) {
    return Map.of("seconds", "s");
  }

  @Override
  public List<Change> changes(Parameters with) {
    return List.of(
        new Change(
            (on ? "enables" : "disables") + " the profile of '" + with.text("profile", "") + "'",
            Change.Weight.SWITCHES));
  }

  /// A profile that the run brought was not in use before, one that it found may have been.
  @Override
  public Set<String> alters(Parameters with, Predicate<String> own) {
    String profile = with.text("profile", "");
    return on == own.test(profile)
        ? Set.of("the profile of '" + profile + "' " + (on ? "in use" : "out of use"))
        : Set.of();
  }

  /// Only one is in use at a time.
  @Override
  public boolean restores(Parameters with, Predicate<String> own, String what) {
    String profile = with.text("profile", "");
    boolean found = !own.test(profile);
    boolean ended = what.equals("the profile of '" + profile + "' in use");
    return on
        ? found
            && (what.endsWith("' in use")
                || what.equals("the profile of '" + profile + "' out of use"))
        : !found && ended;
  }

  @Override
  public Found run(StepContext context) {
    Optional<Iccid> profile = OnCard.profile(context);
    return profile.isEmpty()
        ? OnCard.unmet(context)
        : OnCard.judged(
            () -> on ? enable(context, profile.get()) : disable(context, profile.get()));
  }

  private static Found enable(StepContext context, Iccid iccid) {
    CardWork card = context.tools().card();
    if (card.read(context.deadline(), context.cancel()).inUse().equals(Optional.of(iccid))) {
      return Found.passed("in use already", Map.of());
    }
    long start = context.time().nanos();
    CardWork.Switched outcome = card.enable(iccid, context.deadline(), context.cancel());
    Map<String, Double> values = context.declared(Map.of("seconds", context.secondsSince(start)));
    String unproven =
        outcome.unproven().isEmpty()
            ? ""
            : "; not proven: " + String.join(", ", outcome.unproven());
    return outcome.proven()
        ? Found.passed("in use" + unproven, values)
        : Found.failed(
            Outcome.FAIL, "it did not come up: " + outcome.missing(), Optional.empty(), Map.of());
  }

  private static Found disable(StepContext context, Iccid iccid) {
    long start = context.time().nanos();
    context.tools().card().disable(iccid, context.deadline(), context.cancel());
    return Found.passed(
        "no longer in use", context.declared(Map.of("seconds", context.secondsSince(start))));
  }
}
