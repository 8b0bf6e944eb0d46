package simwright.acceptance;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import simwright.acceptance.plan.Condition;
import simwright.device.Attachment;

/// Whether what a plan makes a part depend on holds now.
record Conditions(Supplier<List<StepRecord>> before, Supplier<Attachment> device) {
  /// Why it does not hold, in words; empty when it does.
  Optional<String> unmet(Condition condition) {
    return holds(condition) ? Optional.empty() : Optional.of("only when " + condition.words());
  }

  private boolean holds(Condition condition) {
    return switch (condition) {
      case Condition.Came came ->
          last(came.step()).filter(step -> came.to().contains(step.outcome())).isPresent();
      case Condition.Lies lies ->
          last(lies.step()).stream()
              .flatMap(step -> step.measured().stream())
              .filter(each -> each.limit().name().equals(lies.within().name()))
              .flatMap(each -> each.value().stream())
              .anyMatch(value -> lies.within().holds(value));
      case Condition.Known known -> known.holds(fact(known.fact()));
    };
  }

  private Optional<StepRecord> last(String id) {
    return before.get().reversed().stream().filter(step -> step.id().equals(id)).findFirst();
  }

  private Optional<String> fact(Condition.Fact fact) {
    Attachment now = device.get();
    return switch (fact) {
      case MODEL -> now.snapshot().model().value();
      case HARDWARE_PROFILE -> now.hardwareProfile();
      case TECHNOLOGY -> now.snapshot().technology();
      case LINK -> Optional.of(now.linkKind());
    };
  }
}
