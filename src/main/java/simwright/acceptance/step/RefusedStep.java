package simwright.acceptance.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.CardWork;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.fault.Fault;
import simwright.identity.Iccid;

/// Asks for an act that must be refused, and holds where it is, with one of `codes` and the card as
/// it was: `act` is enable, disable or delete, `profile` the step that downloaded or found it. An
/// act that is carried out all the same fails.
public final class RefusedStep implements Step {
  @Override
  public String kind() {
    return "profile-refused";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("act", "profile", "codes");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    if (!Set.of("enable", "disable", "delete").contains(with.text("act", ""))) {
      return Optional.of("act is enable, disable or delete");
    }
    return with.list("codes").isEmpty()
        ? Optional.of("codes are those of the refusal, such as lpa/low-battery")
        : OnCard.named(with);
  }

  @Override
  public List<Change> changes(Parameters with) {
    String words =
        "asks to " + with.text("act", "") + " the profile of '" + with.text("profile", "");
    boolean deletes = with.text("act", "").equals("delete");
    return List.of(
        new Change(
            words + "', which is to be refused",
            deletes ? Change.Weight.SETS : Change.Weight.SWITCHES));
  }

  @Override
  public Found run(StepContext context) {
    Optional<Iccid> profile = OnCard.profile(context);
    return profile.isEmpty()
        ? OnCard.unmet(context)
        : OnCard.judged(() -> refused(context, profile.get()));
  }

  private static Found refused(StepContext context, Iccid iccid) {
    CardWork card = context.tools().card();
    CardWork.Reading before = card.read(context.deadline(), context.cancel());
    try {
      act(context, card, iccid);
    } catch (Fault fault) {
      if (!context.with().list("codes").contains(fault.code().toString())) {
        throw fault;
      }
      CardWork.Reading after = card.read(context.deadline(), context.cancel());
      return after.inUse().equals(before.inUse()) && after.there().equals(before.there())
          ? Found.passed(
              "refused as expected: " + fault.evidence().orElse(fault.code().toString()), Map.of())
          : Found.failed(
              Outcome.FAIL,
              "it was refused, and the card is not as it was",
              Optional.of(fault.code()),
              Map.of());
    }
    return Found.failed(
        Outcome.FAIL, "it was carried out, and had to be refused", Optional.empty(), Map.of());
  }

  private static void act(StepContext context, CardWork card, Iccid iccid) {
    switch (context.with().text("act", "")) {
      case "enable" -> {
        var unused = card.enable(iccid, context.deadline(), context.cancel());
      }
      case "disable" -> card.disable(iccid, context.deadline(), context.cancel());
      default -> card.delete(iccid, context.deadline(), context.cancel());
    }
  }
}
