package simwright.acceptance.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.at.Answer;
import simwright.fault.FaultCode;

/// Sends an AT command and holds where its answer is as expected: `expect` is ok, error, or codes
/// such as cme/30; `lines` a regular expression that one of the answer's lines matches, whose named
/// groups are measured by `units`. Measures `seconds`, too. A command that does not only ask needs
/// `changes`.
public final class AtStep implements Step {
  private static final String CODE = "c(?:me|ms)/[0-9a-z]{1,5}|at/[a-z-]{1,20}";

  @Override
  public String kind() {
    return "at";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("command", "changes", "expect", "lines", "units");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    boolean known =
        expected(with).stream()
            .allMatch(each -> Set.of("ok", "error").contains(each) || each.matches(CODE));
    return known
        ? PlanLine.objection(with).or(() -> LinePattern.objection(with, "lines"))
        : Optional.of("expect is ok, error, or codes such as cme/30");
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    Map<String, String> all = new LinkedHashMap<>(LinePattern.units(with));
    all.put("seconds", "s");
    return all;
  }

  @Override
  public List<Change> changes(Parameters with) {
    return PlanLine.changes(with);
  }

  /// One that must be refused alters nothing.
  @Override
  public Set<String> alters(Parameters with, Predicate<String> own) {
    return expected(with).contains("ok") ? PlanLine.alters(with) : Set.of();
  }

  @Override
  public boolean restores(Parameters with, Predicate<String> own, String what) {
    return expected(with).contains("ok") && PlanLine.restores(with, what);
  }

  @Override
  public Found run(StepContext context) {
    long start = context.time().nanos();
    Answer<List<String>> answer =
        context.device().talk(context.cancel(), engine -> PlanLine.send(context, engine));
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("seconds", context.secondsSince(start));
    Optional<FaultCode> code = answer.code();
    if (!fits(expected(context.with()), code)) {
      return Found.failed(
          Outcome.FAIL,
          code.map(why -> "refused, not " + String.join(" or ", expected(context.with())))
              .orElse("OK, where a refusal was expected"),
          code,
          context.declared(values));
    }
    String ended = code.map(why -> "refused as expected").orElse("OK");
    if (context.with().text("lines", "").isEmpty()) {
      return Found.passed(ended, context.declared(values));
    }
    Optional<Map<String, Double>> found =
        LinePattern.of(context.with(), "lines").in(answer.exchange().lines());
    if (found.isEmpty()) {
      return Found.failed(
          Outcome.FAIL,
          ended + ", but none of " + answer.exchange().lines().size() + " lines is as expected",
          Optional.empty(),
          context.declared(values));
    }
    values.putAll(found.get());
    return Found.passed(ended + ", with the line expected", context.declared(values));
  }

  private static List<String> expected(Parameters with) {
    return with.has("expect") ? with.list("expect") : List.of("ok");
  }

  private static boolean fits(List<String> expected, Optional<FaultCode> code) {
    return code.isEmpty()
        ? expected.contains("ok")
        : expected.contains("error") || expected.contains(code.get().toString());
  }
}
