package simwright.failover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import simwright.failover.policy.Policy;
import simwright.failover.policy.Trigger;

/// Where a device stands by what the log tells of it, when a program begins to look after it.
public final class Memory {
  private static final Duration DAY = Duration.ofDays(1);

  private final Policy policy;
  private final List<SelectionEntry> entries;
  private final List<Candidate> candidates;

  /// By the entries of a device, with the profiles on its card now. What was decided in a drill is
  /// no experience: its trouble was made, and its way home was taken.
  public Memory(Policy policy, List<SelectionEntry> entries, List<Candidate> candidates) {
    this.policy = policy;
    this.entries = entries.stream().filter(each -> !each.drilled()).toList();
    this.candidates = List.copyOf(candidates);
  }

  /// Its standing: switches of the last day, profiles not to be tried again yet, since when the one
  /// in use serves, and the switch whose end nobody knows.
  public Standing standing(Instant now) {
    Standing standing = Standing.fresh(now);
    for (SelectionEntry each : entries) {
      if (each.what().equals("carried-out")) {
        standing = ended(standing, each, now);
      } else if (each.switches()) {
        standing = left(standing, each, now);
      }
    }
    Optional<SelectionEntry> open = SelectionLog.unfinished(this.entries);
    Optional<Candidate> target = open.flatMap(each -> named(each.chosen()));
    if (open.isEmpty() || target.isEmpty()) {
      return standing;
    }
    return standing
        .wanting(target.get().iccid(), Trigger.of(open.get().trigger()).orElse(Trigger.NO_SERVICE))
        .in(State.SWITCHING, open.get().at());
  }

  private Standing ended(Standing standing, SelectionEntry end, Instant now) {
    boolean counts =
        !end.outcome().equals("refused") && !end.outcome().equals("found-not-switched");
    Standing counted =
        counts && end.at().isAfter(now.minus(DAY)) ? standing.switched(end.at()) : standing;
    Optional<String> chosen =
        entries.stream()
            .filter(each -> each.switches() && each.id().equals(end.id()))
            .map(SelectionEntry::chosen)
            .findFirst();
    return switch (end.outcome()) {
      case "switched", "unproven", "found-switched" ->
          counted.proven(Optional.of(end.at())).in(State.FAILED_OVER, end.at());
      case "failed", "refused" ->
          chosen
              .flatMap(this::named)
              .map(each -> avoiding(counted, each, end.at(), end.words(), now))
              .orElse(counted);
      default -> counted;
    };
  }

  private Standing left(Standing standing, SelectionEntry decided, Instant now) {
    Optional<Trigger> trigger = Trigger.of(decided.trigger()).filter(Trigger::trouble);
    return trigger
        .flatMap(why ->
            named(decided.inUse())
                .map(each ->
                    avoiding(standing, each, decided.at(), "it was left, as " + why.words(), now)))
        .orElse(standing);
  }

  private Standing avoiding(
      Standing standing, Candidate candidate, Instant since, String why, Instant now) {
    Instant until = since.plus(policy.holds().retry());
    return until.isAfter(now)
        ? standing.avoiding(new Standing.Avoided(candidate.iccid(), until, why))
        : standing;
  }

  private Optional<Candidate> named(String name) {
    return candidates.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
