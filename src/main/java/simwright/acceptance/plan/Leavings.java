package simwright.acceptance.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What the steps of a plan leave around the device and on it, and what puts that back: else a run
/// would leave bench or device as nobody expects it.
final class Leavings {
  private static final String SAFE_STATE = "/safe_state/";

  private final PlanFile file;

  /// What steps leave around the device, by where the first of them stands.
  private final Map<String, String> left = new LinkedHashMap<>();

  private final Set<String> clearedInTeardown = new HashSet<>();
  private final Set<String> clearedInSafeState = new HashSet<>();
  private final List<Read> steps = new ArrayList<>();

  /// A step as it was read.
  private record Read(StepKind kind, Parameters with, String pointer) {
    boolean safe() {
      return pointer.startsWith(SAFE_STATE);
    }
  }

  Leavings(PlanFile file) {
    this.file = file;
  }

  /// A step of the plan, in its order.
  void step(StepKind kind, Parameters with, String pointer) {
    Read read = new Read(kind, with, pointer);
    steps.add(read);
    kind.leaves(with).ifPresent(what -> left.putIfAbsent(what, pointer));
    kind.clears(with)
        .ifPresent(what -> {
          if (read.safe()) {
            clearedInSafeState.add(what);
          } else if (pointer.contains("/teardown/")) {
            clearedInTeardown.add(what);
          }
        });
  }

  /// Throws where something is left: what stands around a device is cleared in a teardown and in
  /// the safe state, what is altered on it is put back in the safe state. `own` says of a step's id
  /// that it brings a profile onto the card.
  void cleared(Predicate<String> own) {
    left.forEach((what, pointer) -> {
      boolean torn = clearedInTeardown.contains(what);
      if (!torn || !clearedInSafeState.contains(what)) {
        throw file.broken(
            pointer,
            "it leaves "
                + what
                + ", and "
                + (torn ? "the safe state does not clear it" : "no teardown clears it"));
      }
    });
    Map<String, String> altered = new LinkedHashMap<>();
    for (Read each : steps) {
      each.kind()
          .alters(each.with(), own)
          .forEach(what -> altered.putIfAbsent(what, each.pointer()));
    }
    altered.forEach((what, pointer) -> {
      if (!restored(what, own)) {
        throw file.broken(
            pointer, "it leaves " + what + ", and no safe state of the plan puts that back");
      }
    });
  }

  /// Whether the safe state ends with it put back.
  private boolean restored(String what, Predicate<String> own) {
    boolean back = false;
    for (Read each : steps) {
      if (each.safe()) {
        boolean restores = each.kind().restores(each.with(), own, what);
        back = restores || back && !each.kind().alters(each.with(), own).contains(what);
      }
    }
    return back;
  }
}
