package simwright.ui.failover;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import simwright.failover.Candidate;
import simwright.failover.Ranked;
import simwright.failover.SelectionEntry;
import simwright.failover.State;
import simwright.identity.Plmn;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;

/// Selections in the words and marks of the screen.
record FailoverWords(DateTimeFormatter when) {
  static String state(State state) {
    return Text.of("failover.state." + state.key());
  }

  static simwright.ui.part.State mark(State state) {
    return switch (state) {
      case STEADY -> simwright.ui.part.State.PASS;
      case SUSPECT, FAILED_OVER -> simwright.ui.part.State.MARGINAL;
      case DECIDED, SWITCHING, PROVING, FAILING_BACK -> simwright.ui.part.State.BUSY;
      case HELD -> simwright.ui.part.State.WAITING;
      case NO_WAY -> simwright.ui.part.State.FAIL;
    };
  }

  static simwright.ui.part.State mark(Ranked.Place place) {
    return switch (place) {
      case IN_USE -> simwright.ui.part.State.PASS;
      case NEXT -> simwright.ui.part.State.WAITING;
      case LATER -> simwright.ui.part.State.IDLE;
      case REFUSED -> simwright.ui.part.State.FAIL;
    };
  }

  static String place(Ranked ranked) {
    String key = ranked.place().name().toLowerCase(Locale.ROOT);
    return Text.format("failover.place." + key, DeviceText.literal(ranked.candidate().name()));
  }

  static String why(Ranked ranked) {
    return ranked.rule().isEmpty() || ranked.why().contains("'" + ranked.rule() + "'")
        ? DeviceText.literal(ranked.why())
        : Text.format(
            "failover.rule", DeviceText.literal(ranked.rule()), DeviceText.literal(ranked.why()));
  }

  /// What is known of a profile beside its name.
  static String facts(Candidate candidate) {
    List<String> all = new ArrayList<>();
    all.add(candidate.coverage().key());
    all.add(candidate.use().key());
    if (!candidate.region().isEmpty()) {
      all.add(candidate.region());
    }
    candidate.operator().map(Plmn::toString).ifPresent(all::add);
    candidate
        .expires()
        .map(end -> Text.format("failover.ends", end.toString().substring(0, 10)))
        .ifPresent(all::add);
    return DeviceText.literal(String.join(" · ", all));
  }

  /// A decision in one line.
  String decision(SelectionEntry entry) {
    String change = Text.format("failover.change", named(entry.before()), named(entry.after()));
    String by =
        entry.chosen().isEmpty()
            ? Text.format("failover.by", DeviceText.literal(entry.rule()))
            : Text.format(
                "failover.chosen",
                DeviceText.literal(entry.chosen()),
                DeviceText.literal(entry.rule()));
    String line = at(entry.at()) + " · " + change + " · " + by;
    return entry.drilled() ? Text.format("failover.drilled", line) : line;
  }

  private static String named(String key) {
    return State.of(key).map(FailoverWords::state).orElse(DeviceText.literal(key));
  }

  String at(Instant at) {
    return when.format(at);
  }
}
