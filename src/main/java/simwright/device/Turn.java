package simwright.device;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import simwright.ask.Cancel;
import simwright.fault.Fault;
import simwright.observe.Subscription;
import simwright.time.Time;

/// Whose turn it is with a device: one act at a time. Who waits for it can be cancelled, and a
/// reading that only keeps the screen live gives way to an act.
final class Turn {
  /// The longest act is a scan by a slow modem, about 26 minutes.
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final String id;
  private final Time time;
  private int waiting;
  private boolean taken;
  private @Nullable Cancel reading;

  Turn(String id, Time time) {
    this.id = id;
    this.time = time;
  }

  /// Carries an act out when its turn has come; throws `job/cancelled` or `device/occupied`.
  <T> T take(Cancel cancel, Supplier<T> act) {
    Subscription woken = cancel.watch(this::wake);
    try {
      await(cancel);
    } finally {
      woken.close();
    }
    try {
      return act.get();
    } finally {
      leave();
    }
  }

  /// Carries a reading out when nobody has the turn or waits for it; its `Cancel` is asked as soon
  /// as somebody does.
  <T> Optional<T> whenFree(Function<Cancel, T> act) {
    Cancel mine = new Cancel();
    synchronized (this) {
      if (taken || waiting > 0) {
        return Optional.empty();
      }
      taken = true;
      reading = mine;
    }
    try {
      return Optional.of(act.apply(mine));
    } finally {
      leave();
    }
  }

  private synchronized void await(Cancel cancel) {
    if (reading != null) {
      reading.request();
    }
    waiting++;
    try {
      boolean mine = time.await(this, () -> !taken || cancel.requested(), time.deadline(LONGEST));
      cancel.check("waiting for the device", id);
      if (!mine) {
        throw new Fault(DeviceCodes.OCCUPIED, "waiting for the device", id);
      }
      taken = true;
    } finally {
      waiting--;
    }
  }

  private synchronized void leave() {
    taken = false;
    reading = null;
    notifyAll();
  }

  private synchronized void wake() {
    notifyAll();
  }
}
