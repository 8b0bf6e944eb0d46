package simwright.job;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Plan;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.fault.Fault;

/// Before a plan begins that takes something away for good, a person types its name. What it uses
/// up within its cap was agreed to by naming the orders.
final class TypedStart {
  private static final Duration PERSON = Duration.ofMinutes(10);

  private TypedStart() {}

  /// Throws `acceptance/unconfirmed` where nobody typed it.
  static void check(Plan plan, String device, Attendant attendant) {
    List<String> gone =
        plan.each()
            .flatMap(step -> step.changes().stream())
            .filter(change -> change.weight() == Change.Weight.DELETES)
            .map(Change::words)
            .distinct()
            .toList();
    if (gone.isEmpty()) {
      return;
    }
    boolean typed =
        attendant
            .ask(
                new Question.TypedConfirmation(
                    "Run " + plan.title() + " on " + device + "?",
                    gone.stream()
                        .collect(
                            Collectors.joining(
                                "; ",
                                "This cannot be undone: it ",
                                ". Type the plan's name: " + plan.name())),
                    plan.name(),
                    PERSON))
            .orElse(false);
    if (!typed) {
      throw new Fault(
          AcceptanceCodes.UNCONFIRMED,
          "beginning a plan",
          device,
          "it " + String.join("; ", gone) + (attendant.isThere() ? "" : ", and nobody is there"),
          null);
    }
  }
}
