package simwright.acceptance.step;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import simwright.acceptance.AcceptanceCodes;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.ask.Question;

/// Asks the person at the bench: parameter `ask` is choice (with `options`, and `pass` those that
/// hold), number (with `unit`, `least` and `most`; measured as `answer`), scan, or text, a note in
/// a person's own words that stands in the record. `default` is taken when the step's time is over,
/// and the record says so; without one an unanswered question is inconclusive.
public final class PromptStep implements Step {
  private static final Set<String> KINDS = Set.of("choice", "number", "scan", "text");
  private static final double FARTHEST = 1e9;

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
      return Optional.of("ask is choice, number, scan or text");
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
    return ask.equals("number") ? numbers(with) : Optional.empty();
  }

  private static Optional<String> numbers(Parameters with) {
    return Stream.of("default", "least", "most")
        .filter(with::has)
        .filter(name -> Double.isNaN(with.number(name, Double.NaN)))
        .map(name -> name + " is a number")
        .findFirst();
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
      case "scan", "text" -> scan(context);
      default -> choice(context);
    };
  }

  private static Found choice(StepContext context) {
    List<String> options = context.with().list("options");
    List<String> pass = context.with().list("pass");
    Question<String> question =
        new Question.Choice(
            context.planned().title(), text(context), options, left(context), Optional.empty());
    return ask(context, question, byDefault(context), options::contains)
        .map(answer ->
            pass.isEmpty() || pass.contains(answer.value())
                ? Found.passed(answer.words() + answer.value(), Map.of())
                : Found.failed(
                    Outcome.FAIL, answer.words() + answer.value(), Optional.empty(), Map.of()))
        .orElseGet(PromptStep::nobody);
  }

  private static Found number(StepContext context) {
    Parameters with = context.with();
    String unit = with.text("unit", "");
    double least = with.number("least", -FARTHEST);
    double most = with.number("most", FARTHEST);
    Question<Double> question =
        new Question.NumberEntry(
            context.planned().title(),
            text(context),
            unit,
            least,
            most,
            left(context),
            Optional.empty());
    Optional<Double> byDefault = byDefault(context).map(text -> with.number("default", 0));
    return ask(context, question, byDefault, value -> value >= least && value <= most)
        .map(answer ->
            Found.passed(
                answer.words() + Limit.number(answer.value()) + " " + unit,
                context.declared(Map.of("answer", answer.value()))))
        .orElseGet(PromptStep::nobody);
  }

  private static Found scan(StepContext context) {
    Question<String> question =
        new Question.Scan(
            context.planned().title(), text(context), left(context), Optional.empty());
    return ask(context, question, byDefault(context), text -> !text.isBlank())
        .map(answer -> Found.passed(answer.words() + answer.value(), Map.of()))
        .orElseGet(PromptStep::nobody);
  }

  /// An answer, and in words whether a person gave it.
  private record Answer<A>(A value, String words) {}

  /// The question carries no default, so that the record can tell an answer from none.
  private static <A> Optional<Answer<A>> ask(
      StepContext context, Question<A> question, Optional<A> byDefault, Predicate<A> fits) {
    Optional<A> said = context.attendant().ask(question).filter(fits);
    context.cancel().check("waiting for an answer", context.device().id());
    return said.map(value -> new Answer<>(value, "answered: "))
        .or(() -> byDefault.map(value -> new Answer<>(value, "no answer, so by default: ")));
  }

  /// What a person must know, the default among it.
  private static String text(StepContext context) {
    return Stream.concat(
            Stream.of(context.with().text("text", "")),
            byDefault(context).stream().map(each -> "Without an answer: " + each))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
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
        "no answer, and the plan has no default",
        Optional.of(AcceptanceCodes.NO_ANSWER),
        Map.of());
  }
}
