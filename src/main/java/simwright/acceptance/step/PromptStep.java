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
import simwright.ask.Shown;

/// Asks the person at the bench: parameter `ask` is choice (with `options`, and `pass` those that
/// hold), number (with `unit`, `least` and `most`; measured as `answer`), scan, or text, a note in
/// a person's own words that stands in the record; with `tells` (model or firmware) it says what
/// the device is, where that does not tell itself. `default` is taken when the step's time is over,
/// and the record says so; without one an unanswered question is inconclusive, and so is with
/// `otherwise: inconclusive` an option that does not hold. Beside it a person sees a `picture` (a
/// PNG or JPEG file beside the plan), a `qr` code of a text, or with `show_order` the activation
/// code that an earlier step ordered, or that of a test order by its number: only on the screen,
/// and in no record. Measures the seconds until the answer.
public final class PromptStep implements Step {
  private static final Set<String> KINDS = Set.of("choice", "number", "scan", "text");
  private static final Set<String> TOLD = Set.of("model", "firmware");
  private static final double FARTHEST = 1e9;

  @Override
  public String kind() {
    return "prompt";
  }

  @Override
  public boolean byHand() {
    return true;
  }

  @Override
  public Set<String> parameters() {
    return Set.of(
        "ask",
        "text",
        "options",
        "pass",
        "otherwise",
        "default",
        "tells",
        "unit",
        "least",
        "most",
        PromptPicture.FILE,
        PromptPicture.QR,
        PromptPicture.ORDER);
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
    if (with.has("tells")
        && (!TOLD.contains(with.text("tells", "")) || !Set.of("text", "scan").contains(ask))) {
      return Optional.of("tells is model or firmware, of a text or a scan");
    }
    if (!Set.of("fail", "inconclusive").contains(with.text("otherwise", "fail"))) {
      return Optional.of("otherwise is fail or inconclusive");
    }
    return (ask.equals("number") ? numbers(with) : Optional.<String>empty())
        .or(() -> PromptPicture.objection(with));
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
        ? Map.of("answer", with.text("unit", ""), "seconds", "s")
        : Map.of("seconds", "s");
  }

  @Override
  public Found run(StepContext context) {
    Optional<Shown> shown = PromptPicture.of(context);
    if (shown.isEmpty() && PromptPicture.wanted(context.with())) {
      return Found.failed(
          Outcome.ERROR,
          "there is no such order whose code could be shown",
          Optional.of(AcceptanceCodes.NO_ORDER),
          Map.of());
    }
    return switch (context.with().text("ask", "")) {
      case "number" -> number(context, shown);
      case "scan", "text" -> scan(context, shown);
      default -> choice(context, shown);
    };
  }

  private static Found choice(StepContext context, Optional<Shown> shown) {
    List<String> options = context.with().list("options");
    List<String> pass = context.with().list("pass");
    Question<String> question =
        new Question.Choice(
            context.planned().title(), text(context), options, left(context), Optional.empty());
    return ask(context, seen(question, shown), byDefault(context), options::contains)
        .map(answer ->
            pass.isEmpty() || pass.contains(answer.value())
                ? Found.passed(answer.words() + answer.value(), took(context, answer))
                : Found.failed(
                    otherwise(context),
                    answer.words() + answer.value(),
                    Optional.empty(),
                    took(context, answer)))
        .orElseGet(PromptStep::nobody);
  }

  private static Found number(StepContext context, Optional<Shown> shown) {
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
    return ask(context, seen(question, shown), byDefault, value -> value >= least && value <= most)
        .map(answer ->
            Found.passed(
                answer.words() + Limit.number(answer.value()) + " " + unit,
                context.declared(Map.of("answer", answer.value(), "seconds", answer.seconds()))))
        .orElseGet(PromptStep::nobody);
  }

  private static Found scan(StepContext context, Optional<Shown> shown) {
    Question<String> question =
        new Question.Scan(
            context.planned().title(), text(context), left(context), Optional.empty());
    return ask(context, seen(question, shown), byDefault(context), text -> !text.isBlank())
        .map(answer -> {
          if (context.with().has("tells")) {
            context.tools().tells(context.with().text("tells", ""), answer.value());
          }
          return Found.passed(answer.words() + answer.value(), took(context, answer));
        })
        .orElseGet(PromptStep::nobody);
  }

  private static <A> Question<A> seen(Question<A> question, Optional<Shown> shown) {
    return shown.<Question<A>>map(each -> new Question.Pictured<>(question, each)).orElse(question);
  }

  private static Outcome otherwise(StepContext context) {
    return Outcome.of(context.with().text("otherwise", Outcome.FAIL.key()));
  }

  /// An answer, in words whether a person gave it, and after how long.
  private record Answer<A>(A value, String words, double seconds) {}

  private static Map<String, Double> took(StepContext context, Answer<?> answer) {
    return context.declared(Map.of("seconds", answer.seconds()));
  }

  /// The question carries no default, so that the record can tell an answer from none.
  private static <A> Optional<Answer<A>> ask(
      StepContext context, Question<A> question, Optional<A> byDefault, Predicate<A> fits) {
    long asked = context.time().nanos();
    Optional<A> said = context.attendant().ask(question).filter(fits);
    double seconds = context.secondsSince(asked);
    context.cancel().check("waiting for an answer", context.device().id());
    return said.map(value -> new Answer<>(value, "answered: ", seconds))
        .or(() ->
            byDefault.map(value -> new Answer<>(value, "no answer, so by default: ", seconds)));
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
    return context.answering();
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
