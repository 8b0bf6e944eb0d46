package simwright.acceptance.step;

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
import simwright.fault.FaultCode;

/// Switches the radio and asks whether it is so; a modem that does not tell leaves it open:
/// parameter `level` is 1 for full functionality, 4 or 0 for off (+CFUN, 3GPP TS 27.007 clause
/// 8.2).
public final class FunctionalityStep implements Step {
  /// What a level other than 1 leaves.
  static final String OFF = "the radio off";

  @Override
  public String kind() {
    return "functionality";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("level");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return Set.of("0", "1", "4").contains(with.text("level", "1"))
        ? Optional.empty()
        : Optional.of("level is 0, 1 or 4");
  }

  @Override
  public List<Change> changes(Parameters with) {
    return List.of(Change.sets("AT+CFUN=" + with.text("level", "1")));
  }

  @Override
  public Set<String> alters(Parameters with, Predicate<String> own) {
    return on(with) ? Set.of() : Set.of(OFF);
  }

  @Override
  public boolean restores(Parameters with, Predicate<String> own, String what) {
    return on(with) && what.equals(OFF);
  }

  private static boolean on(Parameters with) {
    return with.text("level", "1").equals("1");
  }

  @Override
  public Found run(StepContext context) {
    int level = Integer.parseInt(context.with().text("level", "1"));
    Optional<FaultCode> refused = context.device().functionality(level);
    if (refused.filter(OnHandset::withheld).isPresent()) {
      return OnHandset.skipped(refused.get());
    }
    if (refused.isPresent()) {
      return Found.failed(
          Outcome.FAIL, "the modem refuses functionality " + level, refused, Map.of());
    }
    return ReadBack.judged(
        "functionality " + level,
        level,
        ReadBack.of(context, level, context.device()::functionality),
        Map.of());
  }
}
