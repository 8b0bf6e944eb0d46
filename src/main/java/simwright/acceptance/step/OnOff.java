package simwright.acceptance.step;

import java.util.Optional;
import java.util.Set;
import simwright.acceptance.plan.Parameters;

/// Parameter `state` of steps that switch something: on, which holds without it, or off.
final class OnOff {
  private OnOff() {}

  static boolean on(Parameters with) {
    return with.text("state", "on").equals("on");
  }

  static Optional<String> objection(Parameters with) {
    return Set.of("on", "off").contains(with.text("state", "on"))
        ? Optional.empty()
        : Optional.of("state is on or off");
  }
}
