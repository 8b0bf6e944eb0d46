package simwright.acceptance.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.fault.FaultCode;
import simwright.identity.Iccid;
import simwright.lpa.CardQuestion;

/// Asks the eUICC one of its functions by itself: parameter `ask` is which (`eid`,
/// `enable-unknown`), `profile` the id of the step that met the profile it is about. It holds when
/// the card answers; with `refused` when the card refuses with one of those codes. What would
/// change the card if it did not refuse is listed before anything runs.
public final class CardFunctionStep implements Step {
  @Override
  public String kind() {
    return "card-function";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("ask", "profile", "refused");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    Optional<CardQuestion> question = CardQuestion.of(with.text("ask", ""));
    if (question.isEmpty()) {
      return Optional.of(
          "ask is one of "
              + Stream.of(CardQuestion.values())
                  .map(CardQuestion::key)
                  .collect(Collectors.joining(", ")));
    }
    return question.get().ofProfile() && !with.has("profile")
        ? OnCard.named(with)
        : Codes.objection(with.list("refused"));
  }

  @Override
  public List<Change> changes(Parameters with) {
    return CardQuestion.of(with.text("ask", ""))
        .flatMap(CardQuestion::wouldChange)
        .map(words ->
            Change.sets(
                "asks the card to "
                    + words.replace("{profile}", "'" + with.text("profile", "") + "'")
                    + ", which it is to refuse"))
        .map(List::of)
        .orElse(List.of());
  }

  @Override
  public Found run(StepContext context) {
    CardQuestion question = CardQuestion.of(context.with().text("ask", "")).orElseThrow();
    Optional<Iccid> profile = OnCard.profile(context);
    if (question.ofProfile() && profile.isEmpty()) {
      return OnCard.unmet(context);
    }
    return OnCard.judged(() -> {
      CardQuestion.Answer answer =
          context
              .tools()
              .card()
              .ask(
                  question,
                  profile.filter(_ -> question.ofProfile()),
                  context.deadline(),
                  context.cancel());
      return judged(context.with().list("refused"), answer);
    });
  }

  private static Found judged(List<String> refusals, CardQuestion.Answer answer) {
    Optional<FaultCode> refused = answer.refused();
    if (refusals.isEmpty()) {
      return refused.isEmpty()
          ? Found.passed(answer.words(), Map.of())
          : Found.failed(Outcome.FAIL, "the card refuses", refused, Map.of());
    }
    if (refused.isEmpty()) {
      return Found.failed(
          Outcome.FAIL,
          "the card did not refuse it: " + answer.words(),
          Optional.empty(),
          Map.of());
    }
    return Codes.hold(refusals, refused.get())
        ? Found.passed("refused, as it must be [" + refused.get() + "]", Map.of())
        : Found.failed(
            Outcome.FAIL, "refused for another reason than it must be", refused, Map.of());
  }
}
