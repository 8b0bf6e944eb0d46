package simwright.acceptance.step;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.CardWork;
import simwright.acceptance.RunTools;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.identity.Iccid;
import simwright.lpa.LpaCodes;

/// Reads the eUICC and settles what earlier acts left open on it: measures how many profiles there
/// are, how many notifications wait, and the free memory. The profile in use is kept under the
/// step's id, and so are all that are there. With `as_before` it holds only where the profiles are
/// those that the step of that id saw, none more and none less, and the default server is the same.
/// With `in_use: yes` or `no` it holds only where one is, or none; a run is stopped where the card
/// may not be put to so many `switches` more.
public final class CardStep implements Step {
  @Override
  public String kind() {
    return "card";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("in_use", "switches", "as_before");
  }

  @Override
  public Set<String> earlier() {
    return Set.of("as_before");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    if (!Set.of("yes", "no", "either").contains(with.text("in_use", "either"))) {
      return Optional.of("in_use is yes, no or either");
    }
    double switches = with.number("switches", 0);
    return switches >= 0 && switches == Math.rint(switches)
        ? Optional.empty()
        : Optional.of("switches is a whole number");
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("profiles", "profiles", "notifications", "notifications", "free", "bytes");
  }

  @Override
  public Found run(StepContext context) {
    return OnCard.judged(() -> {
      CardWork.Reading card = context.tools().card().read(context.deadline(), context.cancel());
      card.inUse().ifPresent(iccid -> context.tools().meet(context.planned().id(), iccid, false));
      context.tools().saw(context.planned().id(), card.there());
      Map<String, Double> values = new LinkedHashMap<>();
      values.put("profiles", (double) card.profiles());
      values.put("notifications", (double) card.notifications());
      values.put("free", (double) card.free());
      String words =
          card.profiles() + " profiles, " + (card.inUse().isPresent() ? "one" : "none") + " in use";
      int needed = (int) context.with().number("switches", 0);
      if (card.switchesLeft() < needed) {
        return Found.failed(
            Outcome.STOPPED,
            "the card may be put to "
                + card.switchesLeft()
                + " switches now, and the plan needs "
                + needed,
            Optional.of(LpaCodes.TOO_MANY_SWITCHES),
            context.declared(values));
      }
      Optional<String> other = other(context, card.there());
      if (other.isPresent()) {
        return Found.failed(
            Outcome.FAIL,
            words + "; " + other.get(),
            Optional.of(AcceptanceCodes.OTHER_PROFILES),
            context.declared(values));
      }
      String wanted = context.with().text("in_use", "either");
      boolean held = wanted.equals("either") || wanted.equals("yes") == card.inUse().isPresent();
      return held
          ? Found.passed(words, context.declared(values))
          : Found.failed(Outcome.FAIL, words, Optional.empty(), context.declared(values));
    });
  }

  /// In what the card differs from what it was before; empty where it does not.
  private static Optional<String> other(StepContext context, RunTools.There now) {
    String step = context.with().text("as_before", "");
    if (step.isEmpty()) {
      return Optional.empty();
    }
    Optional<RunTools.There> before = context.tools().seen(step);
    if (before.isEmpty()) {
      // nothing was done on the card before it was read
      return context.tools().around().afterwards()
          ? Optional.of("what stood on it before is not known")
          : Optional.empty();
    }
    Set<Iccid> then = before.get().profiles();
    long more = now.profiles().stream().filter(each -> !then.contains(each)).count();
    long less = then.stream().filter(each -> !now.profiles().contains(each)).count();
    if (more + less > 0) {
      return Optional.of(more + " that were not there before, " + less + " that were are missing");
    }
    return now.defaultServer().equals(before.get().defaultServer())
        ? Optional.empty()
        : Optional.of("its default server is another than before");
  }
}
