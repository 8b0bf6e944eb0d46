package simwright.acceptance.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import simwright.acceptance.RunTools;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Parameters;

/// Names the `server` that the eUICC asks where no code names one, and reads it back (SGP.22 clause
/// 3.3.3); "" takes it away. Instead, `as_before` is the id of an earlier such step: the server is
/// as it was before that one; where it came to nothing, so does this.
public final class DefaultServerStep implements Step {
  private static final String LEFT = "another default server";

  @Override
  public String kind() {
    return "default-server";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("server", "as_before");
  }

  @Override
  public Set<String> earlier() {
    return Set.of("as_before");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    if (with.has("server") == with.has("as_before")) {
      return Optional.of("either server or as_before is given");
    }
    return with.text("server", "").matches("[A-Za-z0-9.-]{0,253}")
        ? Optional.empty()
        : Optional.of("server is a host name");
  }

  @Override
  public List<Change> changes(Parameters with) {
    String server = with.text("server", "");
    return List.of(
        Change.sets(
            with.has("as_before")
                ? "names the default server that it had before"
                : server.isEmpty()
                    ? "takes the default server away"
                    : "names " + server + " as the default server"));
  }

  @Override
  public Set<String> alters(Parameters with, Predicate<String> own) {
    return with.has("as_before") ? Set.of() : Set.of(LEFT);
  }

  @Override
  public boolean restores(Parameters with, Predicate<String> own, String what) {
    return with.has("as_before") && what.equals(LEFT);
  }

  @Override
  public Found run(StepContext context) {
    String step = context.with().text("as_before", "");
    Optional<String> former =
        Optional.ofNullable(context.tools().kept().get(step))
            .or(() -> context.tools().seen(step).map(RunTools.There::defaultServer));
    if (context.with().has("as_before") && former.isEmpty()) {
      return Found.passed("it was not changed", Map.of());
    }
    String server = former.orElseGet(() -> context.with().text("server", ""));
    return OnCard.judged(() -> {
      String before =
          context.tools().card().defaultServer(server, context.deadline(), context.cancel());
      context.tools().kept().put(context.planned().id(), before);
      return Found.passed(
          (server.isEmpty() ? "none" : server)
              + ", before it "
              + (before.isEmpty() ? "none" : before),
          Map.of());
    });
  }
}
