package simwright.time;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Real time and real platform threads. Closing it stops the timer; threads end by themselves.
public final class SystemTime implements Time, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SystemTime.class);

  private final ScheduledThreadPoolExecutor timer;

  public SystemTime() {
    timer = new ScheduledThreadPoolExecutor(2, body -> thread("timer", body));
    timer.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public ZoneId zone() {
    return ZoneId.systemDefault();
  }

  @Override
  public Thread start(String name, Runnable body) {
    Thread thread = thread(name, guarded(name, body));
    thread.start();
    return thread;
  }

  @Override
  public Task after(Duration delay, String name, Runnable task) {
    return cancelling(timer.schedule(guarded(name, task), delay.toNanos(), TimeUnit.NANOSECONDS));
  }

  @Override
  public Task every(Duration period, String name, Runnable task) {
    long nanos = period.toNanos();
    return cancelling(
        timer.scheduleWithFixedDelay(guarded(name, task), nanos, nanos, TimeUnit.NANOSECONDS));
  }

  @Override
  public void sleep(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean await(Object monitor, BooleanSupplier done, Deadline deadline) {
    while (!done.getAsBoolean()) {
      long nanos = deadline.left().toNanos();
      if (nanos <= 0) {
        return false;
      }
      try {
        TimeUnit.NANOSECONDS.timedWait(monitor, Math.max(nanos, 1_000_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return done.getAsBoolean();
      }
    }
    return true;
  }

  /// Waits until the program is told to stop (Ctrl C, a signal), then runs `before`; the program
  /// ends with 0, as to be stopped is what it waited for.
  public void untilStopped(Runnable before) {
    Object monitor = new Object();
    Thread unused =
        stopping(() -> {
          before.run();
          Runtime.getRuntime().halt(0);
        });
    synchronized (monitor) {
      while (!await(monitor, () -> false, deadline(Duration.ofDays(1)))) {
        LOG.debug("still serving");
      }
    }
  }

  /// Runs `wish` when the program is told to stop; it ends with `code` once the handle is closed,
  /// or after `within`.
  public Task whenStopped(Runnable wish, Duration within, int code) {
    Object monitor = new Object();
    boolean[] over = new boolean[2];
    Thread hook =
        stopping(() -> {
          synchronized (monitor) {
            over[1] = true;
          }
          wish.run();
          synchronized (monitor) {
            boolean unused = await(monitor, () -> over[0], deadline(within));
          }
          Runtime.getRuntime().halt(code);
        });
    return () -> {
      synchronized (monitor) {
        over[0] = true;
        monitor.notifyAll();
        if (!over[1]) {
          boolean unused = Runtime.getRuntime().removeShutdownHook(hook);
        }
      }
    };
  }

  /// The same for what must not be broken off: `late` is run when the handle is not closed
  /// `within`, and only when it is told to stop again does the program end before.
  public Task whenStopped(Runnable wish, Runnable late, Duration within, int code) {
    AtomicBoolean told = new AtomicBoolean();
    List<Task> later = new CopyOnWriteArrayList<>();
    Task signals =
        StopSignals.on(() -> {
          if (told.getAndSet(true)) {
            Runtime.getRuntime().halt(code);
          }
          wish.run();
          later.add(after(within, "late", late));
        });
    // a terminal that was closed, and a platform without such signals
    Task hook = whenStopped(wish, within, code);
    return () -> {
      signals.cancel();
      later.forEach(Task::cancel);
      hook.cancel();
    };
  }

  /// The thread that runs the body when the program is told to stop.
  private static Thread stopping(Runnable body) {
    Thread hook = thread("stopping", guarded("stopping", body));
    Runtime.getRuntime().addShutdownHook(hook);
    return hook;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private static Task cancelling(ScheduledFuture<?> future) {
    return () -> future.cancel(false);
  }

  private static Thread thread(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    return thread;
  }

  /// The runner: the one place where anything thrown by a thread or task ends, logged once.
  private static Runnable guarded(String name, Runnable body) {
    return () -> {
      try {
        body.run();
      } catch (Throwable thrown) {
        LOG.error("{} ended by {}", name, thrown.toString(), thrown);
      }
    };
  }
}
