package simwright.acceptance.step;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.ask.Handed;
import simwright.ask.Question;

/// Asks the person at the bench for a file, a photo or a note for the record: parameter `text` says
/// what of. With `needed: "no"` it is skipped where nobody hands anything over; else that is
/// inconclusive.
public final class AttachmentStep implements Step {
  @Override
  public String kind() {
    return "attachment";
  }

  @Override
  public boolean byHand() {
    return true;
  }

  @Override
  public Set<String> parameters() {
    return Set.of("text", "needed");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return Set.of("yes", "no").contains(with.text("needed", "yes"))
        ? Optional.empty()
        : Optional.of("needed is yes or no");
  }

  @Override
  public Found run(StepContext context) {
    String title = context.planned().title();
    String id = context.planned().id();
    Optional<Handed> handed =
        context
            .attendant()
            .ask(
                new Question.Attach(
                    id.isEmpty() ? title : id,
                    title,
                    context.with().text("text", ""),
                    context.deadline().left()));
    context.cancel().check("waiting for an attachment", context.device().id());
    boolean needed = context.with().text("needed", "yes").equals("yes");
    return handed
        .map(each -> Found.handed(words(each), each))
        .orElseGet(() ->
            Found.failed(
                needed ? Outcome.INCONCLUSIVE : Outcome.SKIPPED,
                "nothing was handed over",
                Optional.of(AcceptanceCodes.NO_ANSWER),
                Map.of()));
  }

  private static String words(Handed handed) {
    return switch (handed) {
      case Handed.Document _ -> "a file was attached";
      case Handed.Note _ -> "a note was attached";
    };
  }
}
