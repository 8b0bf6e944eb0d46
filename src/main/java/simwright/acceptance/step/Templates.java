package simwright.acceptance.step;

import java.util.List;
import java.util.Optional;
import simwright.acceptance.StepContext;
import simwright.device.PacketContext;

/// The commands of a device's family for a need, in which steps fill in numbers and names.
final class Templates {
  private Templates() {}

  /// The first of a need; empty where the family has none.
  static Optional<String> first(StepContext context, String need) {
    return context.device().profile().slot(need).stream().findFirst();
  }

  /// The packet context that is active, else the family's first.
  static int context(StepContext context) {
    List<PacketContext> known =
        context.device().view().get().snapshot().contexts().value().orElse(List.of());
    return known.stream()
        .filter(PacketContext::active)
        .mapToInt(PacketContext::cid)
        .findFirst()
        .orElse(context.device().profile().firstContext());
  }
}
