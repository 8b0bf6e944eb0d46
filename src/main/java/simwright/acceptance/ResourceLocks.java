package simwright.acceptance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import simwright.ask.Cancel;
import simwright.fault.Fault;
import simwright.observe.Subscription;
import simwright.time.Deadline;
import simwright.time.Time;

/// Who has which resource of the bench: each belongs to one group of one run at a time.
final class ResourceLocks {
  private final Time time;
  private final Set<String> taken = new HashSet<>();

  ResourceLocks(Time time) {
    this.time = time;
  }

  /// Takes resources, one after the other; closing gives them back. Throws
  /// `acceptance/resource-busy` when one was not free in time.
  Held take(List<String> names, Deadline deadline, Cancel cancel) {
    List<String> got = new ArrayList<>();
    boolean complete = false;
    try (Subscription _ = cancel.watch(this::wake)) {
      for (String name : names) {
        take(name, deadline, cancel);
        got.add(name);
      }
      complete = true;
      return () -> give(got);
    } finally {
      if (!complete) {
        give(got);
      }
    }
  }

  private synchronized void take(String name, Deadline deadline, Cancel cancel) {
    boolean free = time.await(this, () -> !taken.contains(name) || cancel.requested(), deadline);
    cancel.check("waiting for a resource", name);
    if (!free) {
      throw new Fault(AcceptanceCodes.RESOURCE_BUSY, "waiting for a resource", name);
    }
    taken.add(name);
  }

  private synchronized void give(List<String> names) {
    names.forEach(taken::remove);
    notifyAll();
  }

  private synchronized void wake() {
    notifyAll();
  }

  /// Resources that are held.
  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
