package simwright.ask;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.observe.Subscription;

/// A wish to stop, which the acting thread looks at between steps. Pressing again escalates: 1 stop
/// at the next safe point, 2 stop waiting for the device, 3 stop although something may be left
/// unsafe.
public final class Cancel {
  /// The code of the fault that ends a cancelled act.
  public static final FaultCode CANCELLED = new FaultCode("job", "cancelled");

  private final AtomicInteger pressed = new AtomicInteger();
  private final CopyOnWriteArrayList<Runnable> watchers = new CopyOnWriteArrayList<>();

  /// Asks for the stop, or for more haste.
  public void request() {
    pressed.updateAndGet(n -> Math.min(3, n + 1));
    watchers.forEach(Runnable::run);
  }

  /// How often it was asked, 0 to 3.
  public int level() {
    return pressed.get();
  }

  /// Whether it was asked at all.
  public boolean requested() {
    return pressed.get() > 0;
  }

  /// Throws the fault `job/cancelled` when it was asked.
  public void check(String doing, String where) {
    if (requested()) {
      throw new Fault(CANCELLED, doing, where);
    }
  }

  /// Runs `watcher` at every request, to wake what waits.
  public Subscription watch(Runnable watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }
}
