package simwright.acceptance.step;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Limit;
import simwright.device.PingResult;
import simwright.fault.Fault;

/// Asks one after the other beside something else, and counts what came back: pings, or the
/// requests of a stream. What breaks the link ends it, and is told by the next ping that the step
/// itself sends.
final class Load {
  private static final Duration PAUSE = Duration.ofMillis(100);
  private static final Duration LAST = Duration.ofMinutes(2);

  private final StepContext context;
  private final Optional<EchoFlow> flow;
  private int asked;
  private int answers;
  private int sent;
  private int received;
  private long last;
  private long outage;
  private long marked;
  private Optional<Long> firstSince = Optional.empty();
  private String why = "";
  private boolean stopping;
  private boolean over = true;
  private @Nullable Fault broken;

  Load(StepContext context) {
    this(context, Optional.empty());
  }

  /// Of requests of this stream where there is one, else of pings.
  Load(StepContext context, Optional<EchoFlow> flow) {
    this.context = context;
    this.flow = flow;
  }

  /// Asks once; whether something came back.
  boolean once() {
    return flow.isPresent() ? asked(flow.get()) : pinged();
  }

  private boolean asked(EchoFlow stream) {
    boolean back = stream.request();
    synchronized (this) {
      asked++;
      return back && answered();
    }
  }

  private boolean pinged() {
    Optional<PingResult> result =
        context.device().ping(context.with().text("host", PingResult.USUAL_HOST));
    synchronized (this) {
      asked++;
      if (result.isEmpty()) {
        why = "the family has no ping command, so there was no load";
        return false;
      }
      sent += result.get().sent();
      received += result.get().received();
      if (result.get().received() == 0) {
        why = "no ping came back before the swap, so there was no load";
        return false;
      }
      return answered();
    }
  }

  private boolean answered() {
    answers++;
    long now = context.time().nanos();
    if (marked > 0 && firstSince.isEmpty()) {
      firstSince = Optional.of(now);
    }
    outage = last == 0 ? 0 : Math.max(outage, now - last);
    last = now;
    return true;
  }

  /// Goes on pinging on a thread of its own.
  synchronized void begin() {
    over = false;
    Thread unused = context.time().start("pinging under load", this::go);
  }

  private void go() {
    try {
      while (goes()) {
        boolean unused = once();
        context.time().sleep(PAUSE);
      }
    } catch (Fault fault) {
      synchronized (this) {
        broken = fault;
      }
    } finally {
      synchronized (this) {
        over = true;
        notifyAll();
      }
    }
  }

  private synchronized boolean goes() {
    return !stopping && !context.cancel().requested();
  }

  /// Ends when the ping under way is over.
  synchronized void end() {
    stopping = true;
    boolean ended = context.time().await(this, () -> over, context.time().deadline(LAST));
    if (!ended) {
      throw new IllegalStateException("a ping came to no end");
    }
  }

  /// From now on an answer comes over the new profile.
  synchronized void mark() {
    marked = context.time().nanos();
    firstSince = Optional.empty();
  }

  /// When the first answer since the mark came, in nanoseconds of the clock.
  synchronized Optional<Long> firstSinceMark() {
    return firstSince;
  }

  /// How many requests, of one ping command each, had no answer so far.
  synchronized int unanswered() {
    return asked - answers;
  }

  /// Whether it broke off beside the swap.
  synchronized boolean broken() {
    return broken != null;
  }

  /// Why there was none.
  synchronized String why() {
    return why;
  }

  synchronized int sent() {
    return sent;
  }

  /// In percent.
  synchronized double loss() {
    return sent == 0 ? 100 : Math.round(1000.0 * (sent - received) / sent) / 10.0;
  }

  /// The longest time between two that came back, in seconds to two places.
  synchronized double outage() {
    return Math.round(outage / 1e7) / 100.0;
  }

  synchronized String words() {
    Fault fault = broken;
    return received
        + " of "
        + sent
        + " pings came back, outage "
        + Limit.number(outage())
        + " s"
        + (fault == null ? "" : "; the load broke off [" + fault.code() + "]");
  }
}
