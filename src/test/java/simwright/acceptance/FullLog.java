package simwright.acceptance;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import simwright.fault.Fault;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;
import simwright.observe.Subscription;
import simwright.store.StoreCodes;

/// A log that takes so many records of runs and no more.
record FullLog(Journal log, AtomicInteger room) implements Journal {
  FullLog(Journal log, int room) {
    this(log, new AtomicInteger(room));
  }

  @Override
  public Recorded append(Event event) {
    if (room.getAndDecrement() <= 0) {
      throw new Fault(StoreCodes.FULL, "writing the log", "log.db");
    }
    return log.append(event);
  }

  @Override
  public Subscription follow(long from, Consumer<Recorded> reader) {
    return log.follow(from, reader);
  }
}
