package simwright.sim.modem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import simwright.time.Task;
import simwright.time.Time;

/// The modem's clock: what it starts runs under the modem's lock, and ends with the supply.
final class Timers {
  private final Time time;
  private final Object lock;
  private final List<Task> running = new ArrayList<>();

  Timers(Time time, Object lock) {
    this.time = time;
    this.lock = lock;
  }

  Instant now() {
    return time.now();
  }

  long nanos() {
    return time.nanos();
  }

  Task after(Duration delay, String name, Runnable body) {
    Task[] own = new Task[1];
    synchronized (lock) {
      own[0] = time.after(delay, name, () -> guarded(own, body));
      running.add(own[0]);
    }
    return own[0];
  }

  /// Something that takes its time, beside the modem and without its lock.
  void apart(String name, Runnable body) {
    Thread unused = time.start(name, body);
  }

  /// Forgets everything that was to happen.
  void stop() {
    synchronized (lock) {
      running.forEach(Task::cancel);
      running.clear();
    }
  }

  private void guarded(Task[] own, Runnable body) {
    synchronized (lock) {
      if (running.remove(own[0])) {
        body.run();
      }
    }
  }
}
