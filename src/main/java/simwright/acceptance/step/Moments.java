package simwright.acceptance.step;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.StepContext;

/// When a drill came how far, in seconds since the step that made the trouble was over.
final class Moments {
  /// In their order; the standby is fetched only where none is staged.
  static final List<String> PARTS = List.of("detect", "decide", "provision", "switch", "register");

  private final StepContext context;
  private final Map<String, Double> seen = new LinkedHashMap<>();

  Moments(StepContext context) {
    this.context = context;
  }

  /// Since the trouble; empty where it was not made.
  Optional<Double> elapsed() {
    return context.secondsSinceEnd(context.with().text("trouble", ""));
  }

  /// It came that far now, if it had not before.
  synchronized void reached(String part) {
    elapsed().ifPresent(at -> seen.putIfAbsent(part, at));
  }

  /// Whether it has come that far.
  synchronized boolean has(String part) {
    return seen.containsKey(part);
  }

  /// A moment of the clock in nanoseconds, in seconds since the trouble.
  double at(long nanos) {
    double ago = context.secondsSince(nanos);
    return Math.max(0, round(elapsed().orElseThrow() - ago));
  }

  /// Each part from the end of the one before; what was not reached took no time.
  synchronized Map<String, Double> parts() {
    Map<String, Double> parts = new LinkedHashMap<>();
    double before = 0;
    for (String name : PARTS) {
      double at = Math.max(before, seen.getOrDefault(name, before));
      parts.put(name, round(at - before));
      before = at;
    }
    return parts;
  }

  private static double round(double seconds) {
    return Math.round(seconds * 100) / 100.0;
  }
}
