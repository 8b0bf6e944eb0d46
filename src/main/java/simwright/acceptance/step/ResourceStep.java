package simwright.acceptance.step;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.Around;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Limit;
import simwright.acceptance.plan.Parameters;
import simwright.lab.Disturbance;

/// Works a resource of the bench by a macro of its type, by the bench itself where it can, else a
/// person is asked to: `resource` names it, `do` is on, off or cycle of a power relay (`pause_s`
/// between off and on), set_db of an attenuator (`db`). What is not on, or not 0 dB, is put back in
/// a teardown and in the safe state.
public final class ResourceStep implements Step {
  private static final double PAUSE = 3;
  private static final double MOST_DB = 130;
  private static final double LONGEST = 600;

  @Override
  public String kind() {
    return "resource";
  }

  @Override
  public boolean byHand() {
    return true;
  }

  @Override
  public Set<String> parameters() {
    return Set.of("resource", "do", "db", "pause_s");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    if (with.text("resource", "").isEmpty()) {
      return Optional.of("resource names one of the plan's");
    }
    double db = with.number("db", 0);
    boolean attenuates = with.text("do", "").equals("set_db");
    if (attenuates != with.has("db") || db < 0 || db > MOST_DB || db != Math.rint(db)) {
      return Optional.of("set_db, and nothing else, takes db: a whole number up to 130");
    }
    double pause = with.number("pause_s", PAUSE);
    return pause >= 0 && pause <= LONGEST
        ? Optional.empty()
        : Optional.of("pause_s is 0 to 600 seconds");
  }

  @Override
  public List<Change> changes(Parameters with) {
    return List.of(Change.sets(words(with)));
  }

  @Override
  public Optional<String> leaves(Parameters with) {
    return rests(with) ? Optional.empty() : Optional.of(what(with));
  }

  @Override
  public Optional<String> clears(Parameters with) {
    return rests(with) ? Optional.of(what(with)) : Optional.empty();
  }

  /// Whether the resource is afterwards as it usually is.
  private static boolean rests(Parameters with) {
    return switch (with.text("do", "")) {
      case "off" -> false;
      case "set_db" -> with.number("db", 0) == 0;
      default -> true;
    };
  }

  @Override
  public Found run(StepContext context) {
    Parameters with = context.with();
    Around around = context.tools().around();
    boolean cycle = with.text("do", "").equals("cycle");
    if (rests(with) && !cycle && !around.mayStand(what(with))) {
      return Found.passed("it is so already", Map.of());
    }
    around.begun(what(with));
    Found found = cycle ? cycle(context) : new Deed(act(with), words(with)).done(context);
    if (found.ended().fine() && rests(with)) {
      around.ended(what(with));
    }
    return found;
  }

  private static Found cycle(StepContext context) {
    Parameters with = context.with();
    String name = with.text("resource", "");
    Found off = new Deed(new Disturbance.Unplug(), "switch " + name + " off").done(context);
    if (!off.ended().fine()) {
      return off;
    }
    context.time().sleep(Duration.ofMillis((long) (with.number("pause_s", PAUSE) * 1000)));
    return new Deed(new Disturbance.Plug(), "switch " + name + " on").done(context);
  }

  private static Disturbance act(Parameters with) {
    return switch (with.text("do", "")) {
      case "off" -> new Disturbance.Unplug();
      case "on" -> new Disturbance.Plug();
      default -> new Disturbance.Attenuation((int) with.number("db", 0));
    };
  }

  private static String words(Parameters with) {
    String name = with.text("resource", "");
    return switch (with.text("do", "")) {
      case "set_db" -> "set " + name + " to " + Limit.number(with.number("db", 0)) + " dB";
      case "cycle" -> "switch " + name + " off and on again";
      default -> "switch " + name + " " + with.text("do", "");
    };
  }

  private static String what(Parameters with) {
    return "the resource " + with.text("resource", "") + " in another state";
  }
}
