package simwright.link;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.time.Deadline;
import simwright.time.Time;

/// The one thread of a card port: carries out one call after the other, and ends with the first
/// that breaks or does not come back in time.
final class Turns {
  private static final Duration IDLE = Duration.ofHours(1);

  private final LinkAddress address;
  private final Time time;
  private @Nullable Call<?> next;
  private @Nullable FaultCode ended;
  private boolean left;

  private static final class Call<T> {
    private final Supplier<T> act;
    private @Nullable T result;
    private @Nullable Fault fault;
    private boolean done;

    Call(Supplier<T> act) {
      this.act = act;
    }

    void run() {
      try {
        result = act.get();
      } catch (Fault thrown) {
        fault = thrown;
      }
    }
  }

  Turns(LinkAddress address, Time time) {
    this.address = address;
    this.time = time;
  }

  /// Starts the thread; `leaving` is called on it when all is over.
  void start(Consumer<FaultCode> leaving) {
    Thread unused = time.start("reader " + address.path(), () -> run(leaving));
  }

  synchronized boolean open() {
    return ended == null;
  }

  /// Has the thread carry it out; throws `late` when it does not come back in time.
  <T> T take(String doing, Supplier<T> act, FaultCode late, Deadline deadline) {
    Call<T> mine = new Call<>(act);
    synchronized (this) {
      boolean free =
          time.await(this, () -> ended != null || next == null, deadline) && ended == null;
      if (!free) {
        throw over(doing);
      }
      next = mine;
      notifyAll();
      boolean back = time.await(this, () -> mine.done || ended != null, deadline);
      if (!mine.done) {
        end(back ? LinkCodes.BROKEN : late);
        throw over(doing);
      }
    }
    if (mine.fault != null) {
      throw mine.fault;
    }
    T result = mine.result;
    if (result == null) {
      throw new Fault(LinkCodes.BROKEN, doing, address.toString());
    }
    return result;
  }

  /// Ends it for a reason, unless it has ended.
  synchronized void end(FaultCode why) {
    if (ended == null) {
      ended = why;
      notifyAll();
    }
  }

  synchronized void awaitEnd(Duration within) {
    boolean unused = time.await(this, () -> left, time.deadline(within));
  }

  private synchronized Fault over(String doing) {
    FaultCode why = ended;
    return new Fault(why == null ? LinkCodes.CARD_TIMEOUT : why, doing, address.toString());
  }

  private void run(Consumer<FaultCode> leaving) {
    try {
      for (Call<?> call = await(); call != null; call = await()) {
        carryOut(call);
      }
    } finally {
      end(LinkCodes.BROKEN);
      leaving.accept(why());
      synchronized (this) {
        left = true;
        notifyAll();
      }
    }
  }

  private synchronized FaultCode why() {
    FaultCode why = ended;
    return why == null ? LinkCodes.BROKEN : why;
  }

  private synchronized @Nullable Call<?> await() {
    while (ended == null && next == null) {
      boolean unused = time.await(this, () -> ended != null || next != null, time.deadline(IDLE));
    }
    return ended == null ? next : null;
  }

  private void carryOut(Call<?> call) {
    call.run();
    synchronized (this) {
      call.done = true;
      next = null;
      if (call.fault != null && call.fault.code().layer().equals("link")) {
        end(call.fault.code());
      }
      notifyAll();
    }
  }
}
