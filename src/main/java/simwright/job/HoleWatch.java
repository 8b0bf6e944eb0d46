package simwright.job;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import simwright.failover.Holes;
import simwright.failover.Looked;
import simwright.failover.RegionCoverage;
import simwright.fault.Fault;
import simwright.journal.Journal;
import simwright.observe.Observable;
import simwright.observe.Subscription;
import simwright.time.Task;
import simwright.time.Time;

/// Looks for holes whenever the catalog has changed or a card was read, and once in an hour, as
/// profiles end by themselves. What changed last is looked at in the end.
public final class HoleWatch implements AutoCloseable {
  private static final Duration TICK = Duration.ofSeconds(5);
  private static final Duration HOUR = Duration.ofHours(1);

  private final HoleActs acts;
  private final Time time;
  private final Subscription changes;
  private final Subscription cards;
  private final AtomicBoolean changed = new AtomicBoolean();
  private final AtomicBoolean looking = new AtomicBoolean();
  private final Map<String, List<Holes.Hole>> seen = new HashMap<>();
  private Task ticker = () -> {};
  private volatile long due;

  /// Follows a log from a record on, and what is seen of devices.
  public HoleWatch(
      HoleActs acts,
      Journal journal,
      long from,
      Observable<Map<String, Looked>> looked,
      Time time) {
    this.acts = acts;
    this.time = time;
    this.changes =
        journal.follow(
            from,
            each -> {
              if (each.kind().startsWith("catalog.")) {
                changed.set(true);
              }
            });
    this.cards = looked.subscribe(this::see);
  }

  private synchronized void see(Map<String, Looked> now) {
    now.forEach((device, looked) -> {
      if (!looked.holes().equals(seen.put(device, looked.holes()))) {
        acts.look(looked);
      }
    });
  }

  /// Looks by itself from now on.
  public void start() {
    due = time.nanos();
    ticker = time.every(TICK, "coverage", this::turn);
  }

  private void turn() {
    boolean wanted = changed.get() || time.nanos() - due >= 0;
    if (wanted && looking.compareAndSet(false, true)) {
      var unused = time.start("coverage", this::look);
    }
  }

  private void look() {
    try {
      changed.set(false);
      due = time.nanos() + HOUR.toNanos();
      List<RegionCoverage> unused = acts.look();
    } finally {
      looking.set(false);
    }
  }

  /// Ends without another look.
  public void end() {
    ticker.cancel();
    changes.close();
    cards.close();
  }

  /// Rules that cannot be read were told to who changed the catalog by them.
  @Override
  public void close() {
    end();
    try {
      if (changed.get()) {
        look();
      }
    } catch (Fault broken) {
      changed.set(false);
    }
  }
}
