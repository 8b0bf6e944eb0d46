package simwright.failover;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A record of the log about the selection of a profile: its number, when, which device, the
/// decision's id, what it was (decided or carried-out), and what it says. `outcome` is that of a
/// switch that was carried out, `chosen` the profile to switch to, `inUse` the one in use then; ""
/// where there is none.
public record SelectionEntry(
    long seq,
    Instant at,
    String device,
    String id,
    String what,
    String policy,
    String before,
    String after,
    String trigger,
    String rule,
    String words,
    String chosen,
    String inUse,
    List<String> passed,
    String outcome) {
  /// How the ids of decisions in drills begin.
  public static final String DRILL = "drill-";

  public SelectionEntry {
    passed = List.copyOf(passed);
  }

  /// Whether it was decided in a drill.
  public boolean drilled() {
    return id.startsWith(DRILL);
  }

  /// Where the device stood after it, as far as it says so.
  public Optional<State> state() {
    return State.of(after)
        .or(() ->
            outcome.equals("switched")
                    || outcome.equals("unproven")
                    || outcome.equals("found-switched")
                ? Optional.of(State.PROVING)
                : Optional.empty());
  }

  /// Whether it decided a switch.
  public boolean switches() {
    return what.equals("decided") && !chosen.isEmpty();
  }
}
