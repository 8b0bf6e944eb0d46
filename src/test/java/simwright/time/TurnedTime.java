package simwright.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// A clock turned by hand for programs with many threads, whose waiting `HandTime` would turn
/// against each other: it stands still but for `advance`, and for what is slept, which is over once
/// all other threads have come to rest. Who waits for another thread waits really, until that has
/// done its part or the clock was turned past the deadline.
public final class TurnedTime implements Time {
  private static final long LOOK_MILLIS = 2;
  private static final List<String> SERVING = List.of("server", "tunnel");
  private static final long PATIENCE = 30_000_000_000L;

  private final Instant start;
  private final Agenda agenda = new Agenda(this::nanos);
  private final Set<Thread> started = new HashSet<>();

  /// Who rests, and in which round he last saw that he cannot go on.
  private final Map<Thread, Long> resting = new HashMap<>();

  private final List<Deadline> awaited = new ArrayList<>();
  private long nanos;
  private long round;
  private long moves;

  /// Stands at a wall-clock instant.
  public TurnedTime(Instant start) {
    this.start = start;
  }

  @Override
  public synchronized Instant now() {
    return start.plusNanos(nanos);
  }

  @Override
  public synchronized long nanos() {
    return nanos;
  }

  @Override
  public ZoneId zone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Thread start(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    synchronized (this) {
      if (SERVING.stream().noneMatch(name::startsWith)) {
        started.add(thread);
      }
    }
    thread.start();
    return thread;
  }

  @Override
  public Task after(Duration delay, String name, Runnable task) {
    return agenda.put(delay, Duration.ZERO, task);
  }

  @Override
  public Task every(Duration period, String name, Runnable task) {
    return agenda.put(period, period, task);
  }

  /// Threads of servers are not waited for: they rest in a read that nobody sees.
  @Override
  public void sleep(Duration duration) {
    long until = System.nanoTime() + duration.toNanos();
    synchronized (this) {
      rest(Long.MAX_VALUE);
      try {
        long seen = -1;
        while ((seen != moves || busy()) && System.nanoTime() < until) {
          if (seen != moves) {
            seen = moves;
            round++;
          }
          wait(LOOK_MILLIS);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        stir();
      }
    }
    turn(duration);
  }

  /// Whether somebody runs, or has not yet looked in this round whether he can go on.
  private boolean busy() {
    started.removeIf(each -> !each.isAlive());
    return started.stream().anyMatch(each -> resting.getOrDefault(each, -1L) < round);
  }

  private synchronized void rest(long seen) {
    if (resting.put(Thread.currentThread(), seen) == null) {
      moves++;
    }
    notifyAll();
  }

  private synchronized void stir() {
    resting.remove(Thread.currentThread());
    moves++;
    notifyAll();
  }

  private synchronized long round() {
    return round;
  }

  @Override
  public boolean await(Object monitor, BooleanSupplier done, Deadline deadline) {
    synchronized (this) {
      awaited.add(deadline);
    }
    try {
      long now = round();
      while (!done.getAsBoolean()) {
        if (deadline.passed()) {
          return false;
        }
        rest(now);
        monitor.wait(LOOK_MILLIS);
        now = round();
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return done.getAsBoolean();
    } finally {
      synchronized (this) {
        awaited.removeIf(each -> each == deadline);
      }
      stir();
    }
  }

  /// Turns the clock on, and comes back when everybody whose deadline has passed by that has seen
  /// it.
  public void advance(Duration by) {
    turn(by);
    long until = System.nanoTime() + PATIENCE;
    synchronized (this) {
      while (awaited.stream().anyMatch(Deadline::passed)) {
        if (System.nanoTime() > until) {
          throw new AssertionError("somebody does not see that his time is over");
        }
        try {
          wait(LOOK_MILLIS);
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }

  /// In one step, so that nobody takes a time on the way for the end; what falls due comes after.
  private void turn(Duration by) {
    synchronized (this) {
      nanos += by.toNanos();
    }
    agenda.run(nanos(), _ -> {});
  }
}
