package simwright.acceptance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A run of a plan on a device. Its outcome is computed from what is stored and nothing else; `lab`
/// says that test roots were believed meanwhile, `refused` why it never began.
public record Run(
    String id,
    String plan,
    String planSha256,
    String device,
    String model,
    String hardwareProfile,
    boolean simulated,
    boolean lab,
    String operator,
    Instant started,
    Instant ended,
    List<StepRecord> steps,
    Safety safety,
    Optional<String> refused) {
  /// The one outcome that overrules those of all steps. A run that passed and left the bench unsafe
  /// is a bench error.
  public Outcome outcome() {
    if (refused.isPresent() || steps.isEmpty()) {
      return Outcome.NOT_STARTED;
    }
    Outcome worst = Outcome.worst(steps.stream().map(StepRecord::outcome).toList());
    return safety.unsafe() && worst.fine() ? Outcome.ERROR : worst;
  }

  /// Why it ended as it did, in words; "" when it passed.
  public String reason() {
    Outcome outcome = outcome();
    if (refused.isPresent()) {
      return refused.get();
    }
    if (outcome == Outcome.PASS) {
      return "";
    }
    return steps.stream()
        .filter(step -> step.outcome() == outcome)
        .findFirst()
        .map(step ->
            step.name() + ": " + why(step) + step.code().map(code -> " [" + code + "]").orElse(""))
        .orElseGet(() -> safety.unsafe() ? "the safe state is not verified" : "");
  }

  /// All steps in the order they were carried out, the safe state's last.
  public List<StepRecord> all() {
    return Stream.concat(steps.stream(), safety.steps().stream()).toList();
  }

  /// The same with another end.
  Run ended(Instant at, List<StepRecord> all, Safety safe) {
    return new Run(
        id,
        plan,
        planSha256,
        device,
        model,
        hardwareProfile,
        simulated,
        lab,
        operator,
        started,
        at,
        all,
        safe,
        refused);
  }

  private static String why(StepRecord step) {
    if (step.ended() == step.outcome()) {
      return step.words();
    }
    return step.measured().stream()
        .filter(each -> each.outcome() == step.outcome())
        .findFirst()
        .map(each -> each.limit().name() + " " + each.words() + " (" + each.limit().words() + ")")
        .orElse(step.words());
  }
}
