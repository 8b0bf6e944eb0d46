package simwright.journal;

import java.util.function.Consumer;
import simwright.fault.Fault;
import simwright.observe.Subscription;
import simwright.store.StoreCodes;

/// A log that a program is cut off from at its n-th record, before it is written or just after it
/// was; nothing is written any more then.
public final class CutJournal implements Journal {
  private final Journal journal;
  private final int at;
  private final boolean before;
  private int written;

  /// Cut at the record with this number, counted from 1.
  public CutJournal(Journal journal, int at, boolean before) {
    this.journal = journal;
    this.at = at;
    this.before = before;
  }

  @Override
  public Recorded append(Event event) {
    written++;
    if (written < at || written == at && !before) {
      Recorded recorded = journal.append(event);
      if (written < at) {
        return recorded;
      }
    }
    throw new Fault(StoreCodes.UNUSABLE, "appending", "a log that was cut");
  }

  @Override
  public Subscription follow(long from, Consumer<Recorded> reader) {
    return journal.follow(from, reader);
  }

  /// How many records were wanted so far.
  public int wanted() {
    return written;
  }
}
