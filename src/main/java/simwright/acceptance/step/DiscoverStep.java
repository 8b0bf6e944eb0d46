package simwright.acceptance.step;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import simwright.acceptance.CardWork;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.fault.FaultCode;

/// Asks the discovery servers that the eUICC names what waits for it (SGP.22 clause 3.6); measures
/// the events. With `refused` it holds where a server refuses with one of those codes; `server` is
/// how the bench's server misbehaves meanwhile. With `same_as`, the id of an earlier step of this
/// kind, it fails where an event of then is missing, as nobody fetched it; one that has come since
/// proves nothing, as an operator may have sent it meanwhile.
public final class DiscoverStep implements Step {
  @Override
  public String kind() {
    return "discovery";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("refused", "server", "same_as");
  }

  @Override
  public Set<String> earlier() {
    return Set.of("same_as");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return Codes.objection(with.list("refused"));
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("events", "events");
  }

  @Override
  public List<Change> changes(Parameters with) {
    return ServerTrouble.changes(with);
  }

  @Override
  public Set<String> alters(Parameters with, Predicate<String> own) {
    return with.has("server") ? Set.of(ServerTrouble.LEFT) : Set.of();
  }

  @Override
  public Found run(StepContext context) {
    return ServerTrouble.during(context, () -> OnCard.judged(() -> asked(context)));
  }

  private static Found asked(StepContext context) {
    CardWork.Discovered found =
        context.tools().card().discover(context.deadline(), context.cancel());
    Map<String, Double> values = context.declared(Map.of("events", (double) found.events().size()));
    Optional<FaultCode> failed = found.failed();
    String words = found.servers() + " servers asked, " + found.events().size() + " events wait";
    if (context.with().has("refused")) {
      boolean held =
          failed.filter(code -> Codes.hold(context.with().list("refused"), code)).isPresent();
      return held
          ? Found.passed("refused, as it must be [" + failed.get() + "]", values)
          : Found.failed(
              Outcome.FAIL, "it was not refused as it must be: " + words, failed, values);
    }
    if (failed.isPresent()) {
      return Found.failed(Outcome.FAIL, "a server did not answer", failed, values);
    }
    Map<String, String> kept = context.tools().kept();
    kept.put(context.planned().id(), String.join(" ", found.events()));
    return context.with().has("same_as")
        ? same(kept.get(context.with().text("same_as", "")), found.events(), words, values)
        : Found.passed(words, values);
  }

  private static Found same(
      @Nullable String before, Set<String> now, String words, Map<String, Double> values) {
    if (before == null) {
      return Found.failed(
          Outcome.INCONCLUSIVE,
          words + "; what waited before is not known",
          Optional.empty(),
          values);
    }
    Set<String> then = new HashSet<>(List.of(before.split(" ", -1)));
    then.remove("");
    if (now.equals(then)) {
      return Found.passed(words + ", the same as before", values);
    }
    long missing = then.stream().filter(each -> !now.contains(each)).count();
    return missing > 0
        ? Found.failed(
            Outcome.FAIL,
            words + "; " + missing + " that waited before are missing",
            Optional.empty(),
            values)
        : Found.failed(
            Outcome.INCONCLUSIVE,
            words + "; more than before, so one came meanwhile",
            Optional.empty(),
            values);
  }
}
