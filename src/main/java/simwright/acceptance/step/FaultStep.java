package simwright.acceptance.step;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import simwright.acceptance.Around;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Parameters;
import simwright.time.Deadline;

/// Makes a trouble around the device, or ends it (`state: end`): by the bench where it can, else a
/// person is asked to. Parameter `fault` names it; a plan that makes one ends it in a teardown and
/// in its safe state. `after_s` waits first, beside a branch in which the device copes.
public final class FaultStep implements Step {
  private static final String AFTER = "after_s";
  private static final int LONGEST = 3600;
  private static final Duration LOOK = Duration.ofMillis(200);

  @Override
  public String kind() {
    return "fault";
  }

  @Override
  public boolean byHand() {
    return true;
  }

  @Override
  public Set<String> parameters() {
    return Set.of("fault", "state", "db", "cause", "back_off_s", "percent", AFTER);
  }

  @Override
  public Optional<String> objection(Parameters with) {
    if (Trouble.of(with.text("fault", "")).isEmpty()) {
      return Optional.of(
          "fault is one of "
              + Arrays.stream(Trouble.values())
                  .map(Trouble::key)
                  .collect(Collectors.joining(", ")));
    }
    if (!Set.of("begin", "end").contains(with.text("state", "begin"))) {
      return Optional.of("state is begin or end");
    }
    double after = with.number(AFTER, 0);
    if (after < 0 || after > LONGEST) {
      return Optional.of(AFTER + " is up to " + LONGEST + " seconds");
    }
    return Trouble.numbers().stream()
        .filter(name -> !fits(name, Trouble.number(with, name)))
        .findFirst()
        .map(name -> name + " is a whole number up to " + (int) Trouble.most(name));
  }

  private static boolean fits(String name, double value) {
    return value >= 0 && value <= Trouble.most(name) && value == Math.rint(value);
  }

  @Override
  public List<Change> changes(Parameters with) {
    return trouble(with)
        .map(each -> List.of(Change.sets(ends(with) ? each.undoing() : each.making(with))))
        .orElse(List.of());
  }

  @Override
  public Optional<String> leaves(Parameters with) {
    return ends(with) ? Optional.empty() : trouble(with).map(FaultStep::words);
  }

  @Override
  public Optional<String> clears(Parameters with) {
    return ends(with) ? trouble(with).map(FaultStep::words) : Optional.empty();
  }

  @Override
  public Found run(StepContext context) {
    Trouble trouble = trouble(context.with()).orElseThrow();
    waited(context);
    Around around = context.tools().around();
    if (!ends(context.with())) {
      around.begun(words(trouble));
      return new Deed(trouble.begins(context.with()), trouble.making(context.with())).done(context);
    }
    if (!around.mayStand(words(trouble))) {
      return Found.passed("it was not begun", Map.of());
    }
    Found found = new Deed(trouble.ends(), trouble.undoing()).done(context);
    if (found.ended().fine()) {
      around.ended(words(trouble));
    }
    return found;
  }

  /// As long as the plan says, unless a person stops the run.
  private static void waited(StepContext context) {
    long millis = Math.round(context.with().number(AFTER, 0) * 1000);
    Deadline over = context.time().deadline(Duration.ofMillis(millis));
    while (millis > 0 && !over.passed()) {
      context.cancel().check("waiting for the time of a fault", context.device().id());
      context.time().sleep(LOOK);
    }
  }

  private static Optional<Trouble> trouble(Parameters with) {
    return Trouble.of(with.text("fault", ""));
  }

  private static boolean ends(Parameters with) {
    return with.text("state", "begin").equals("end");
  }

  private static String words(Trouble trouble) {
    return "the fault " + trouble.key();
  }
}
