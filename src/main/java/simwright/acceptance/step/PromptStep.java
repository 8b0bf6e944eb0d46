package simwright.acceptance.step;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Outcome;
import simwright.acceptance.Parameters;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.ask.Question;

/// Asks the person at the bench: parameter `ask` is choice (with `options`, and `pass` those that
/// hold), number (with `unit`, `least` and `most`; measured as `answer`) or scan. `default` is
/// taken when the step's time is over; without one an unanswered question is inconclusive.
public final class PromptStep implements Step {
  private static final Set<String> KINDS = Set.of("choice", "number", "scan");

  @Override
  public String kind() {
    return "prompt";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("ask", "text", "options", "pass", "default", "unit", "least", "most");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    String ask = with.text("ask", "");
    List<String> options = with.list("options");
    if (!KINDS.contains(ask)) {
      return Optional.of("ask is choice, number or scan");
    }
    if (ask.equals("choice") && options.size() < 2) {
      return Optional.of("a choice needs at least two options");
    }
    if (ask.equals("choice") && !options.containsAll(with.list("pass"))) {
      return Optional.of("pass names options");
    }
    if (ask.equals("choice")
        && with.has("default")
        && !options.contains(with.text("default", ""))) {
      return Optional.of("default is one of the options");
    }
    if (ask.equals("number") && with.text("unit", "").isEmpty()) {
      return Optional.of("a number needs its unit");
    }
    return ask.equals("number")
            && with.has("default")
            && Double.isNaN(with.number("default", Double.NaN))
        ? Optional.of("default is a number")
        : Optional.empty();
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return with.text("ask", "").equals("number")
        ? Map.of("answer", with.text("unit", ""))
        : Map.of();
  }

  @Override
  public Found run(StepContext context) {
    return switch (context.with().text("ask", "")) {
      case "number" -> number(context);
      case "scan" -> scan(context);
      default -> choice(context);
    };
  }

  private static Found choice(StepContext context) {
    List<String> pass = context.with().list("pass");
    return context
        .attendant()
        .ask(
            new Question.Choice(
                context.planned().title(),
                context.with().text("text", ""),
                context.with().list("options"),
                left(context),
                byDefault(context)))
        .map(answer ->
            pass.isEmpty() || pass.contains(answer)
                ? Found.passed("answered: " + answer, Map.of())
                : Found.failed(Outcome.FAIL, "answered: " + answer, Optional.empty(), Map.of()))
        .orElseGet(PromptStep::nobody);
  }

  private static Found number(StepContext context) {
    Parameters with = context.with();
    return context
        .attendant()
        .ask(
            new Question.NumberEntry(
                context.planned().title(),
                with.text("text", ""),
                with.text("unit", ""),
                with.number("least", -1e9),
                with.number("most", 1e9),
                left(context),
                byDefault(context).map(text -> with.number("default", 0))))
        .map(answer ->
            Found.passed(
                "answered: " + answer + " " + with.text("unit", ""),
                context.declared(Map.of("answer", answer))))
        .orElseGet(PromptStep::nobody);
  }

  private static Found scan(StepContext context) {
    return context
        .attendant()
        .ask(
            new Question.Scan(
                context.planned().title(),
                context.with().text("text", ""),
                left(context),
                byDefault(context)))
        .filter(text -> !text.isBlank())
        .map(text -> Found.passed("read: " + text, Map.of()))
        .orElseGet(PromptStep::nobody);
  }

  private static Duration left(StepContext context) {
    return context.deadline().left();
  }

  private static Optional<String> byDefault(StepContext context) {
    return context.with().has("default")
        ? Optional.of(context.with().text("default", ""))
        : Optional.empty();
  }

  private static Found nobody() {
    return Found.failed(
        Outcome.INCONCLUSIVE,
        "nobody answered in time, and the plan has no default",
        Optional.of(AcceptanceCodes.NO_ANSWER),
        Map.of());
  }
}
