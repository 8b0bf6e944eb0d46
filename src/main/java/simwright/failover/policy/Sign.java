package simwright.failover.policy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// When a trigger holds: from which figure on (percent of pings, milliseconds, or bytes left), up
/// to which figure it goes on once it was seen, which reject causes count (all where none is
/// named), and how long it must have been seen before anything is done.
public record Sign(
    Trigger trigger,
    Duration sustained,
    Optional<Long> from,
    Optional<Long> until,
    List<String> causes) {
  public Sign {
    causes = List.copyOf(causes);
  }

  /// Whether a figure is trouble, for one that was seen before, too; of QUOTA small figures are.
  public boolean holds(long figure, boolean before) {
    long bound = before ? until.or(() -> from).orElse(Long.MAX_VALUE) : from.orElse(Long.MAX_VALUE);
    return trigger == Trigger.QUOTA ? figure < from.orElse(0L) : figure > bound;
  }
}
