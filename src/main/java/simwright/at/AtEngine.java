package simwright.at;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.link.Port;
import simwright.link.Receiver;
import simwright.observe.Observable;
import simwright.observe.Signal;
import simwright.observe.Value;
import simwright.time.Deadline;
import simwright.time.Time;
import simwright.transcript.Masking;

/// The AT conversation on one port: one command in flight, each with its deadline; unsolicited
/// results to whoever watches. An answer that comes too late is never taken for the next command's:
/// after a time-out the engine gets back in step first.
public final class AtEngine implements AutoCloseable {
  private static final Duration WRITE = Duration.ofSeconds(3);
  private static final Duration UNDECIDED = Duration.ofMillis(60);

  private final Port port;
  private final AtSettings settings;
  private final Time time;
  private final Object monitor = new Object();
  private final Signal<Urc> urcs = new Signal<>();
  private final Value<EngineState> state = new Value<>(new EngineState.Ready());
  private final Framer framer = new Framer(new Lines());
  private final DangerousCommands dangerous;
  private Inbox inbox = new Inbox.Idle();
  private boolean taken;
  private boolean prompted;
  private boolean outOfStep;
  private long lastByte;
  private long lastEnd;
  private String previous = "";
  private @Nullable Fault ended;

  /// A conversation over an open port; nothing is sent until `start`.
  public AtEngine(Port port, AtSettings settings, Time time) {
    this.port = port;
    this.settings = settings;
    this.time = time;
    this.dangerous = new DangerousCommands(settings.neverSend(), settings.confirmFirst());
    this.lastEnd = time.nanos() - Duration.ofMinutes(1).toNanos();
  }

  /// Starts listening.
  public void start() {
    port.start(new Ears());
  }

  /// The port it talks over.
  public Port port() {
    return port;
  }

  /// Unsolicited results, on the port's thread.
  public Signal<Urc> urcs() {
    return urcs;
  }

  /// What it is doing.
  public Observable<EngineState> state() {
    return state;
  }

  /// How many lines were cut at 4 KiB.
  public long cutLines() {
    synchronized (monitor) {
      return framer.cut();
    }
  }

  /// Sends a command and waits for its answer. Throws `at/timeout`, `at/mute`, `at/never-send`,
  /// `at/confirm-first` or a fault of the link.
  public <R> Answer<R> send(AtCommand<R> command) {
    return send(command, settings.deadline(command.commandClass()), false);
  }

  /// The same with a time of one's own.
  public <R> Answer<R> send(AtCommand<R> command, Duration within) {
    return send(command, within, false);
  }

  /// The same for a command that a person has confirmed by typing.
  public <R> Answer<R> sendConfirmed(AtCommand<R> command) {
    return send(command, settings.deadline(command.commandClass()), true);
  }

  /// What would stop this line from being sent.
  public DangerousCommands.Rule rule(String line) {
    synchronized (monitor) {
      return dangerous.check(line, previous);
    }
  }

  @Override
  public void close() {
    port.close();
  }

  private <R> Answer<R> send(AtCommand<R> command, Duration within, boolean confirmed) {
    String shown = Masking.mask(command.text());
    check(command.text(), shown, confirmed);
    Deadline deadline = time.deadline(within);
    take(shown, deadline);
    try {
      if (outOfStep) {
        Resync.run(this);
        outOfStep = false;
        deadline = time.deadline(within);
      }
      return exchange(command, shown, deadline);
    } finally {
      release();
    }
  }

  private void check(String line, String shown, boolean confirmed) {
    if (line.chars().anyMatch(c -> c < 0x20 || c > 0xff)) {
      throw new Fault(AtCodes.MALFORMED, "sending a command", where(), shown, null);
    }
    DangerousCommands.Rule rule = rule(line);
    if (rule == DangerousCommands.Rule.NEVER) {
      throw new Fault(AtCodes.NEVER_SEND, "sending " + shown, where(), shown, null);
    }
    if (rule == DangerousCommands.Rule.CONFIRM_FIRST && !confirmed) {
      throw new Fault(AtCodes.CONFIRM_FIRST, "sending " + shown, where(), shown, null);
    }
  }

  private void take(String shown, Deadline deadline) {
    synchronized (monitor) {
      if (!time.await(monitor, () -> !taken || ended != null, deadline)) {
        throw new Fault(AtCodes.OCCUPIED, "sending " + shown, where());
      }
      throwIfEnded("sending " + shown);
      taken = true;
    }
    long since = time.nanos() - lastEnd;
    Duration wait = settings.gap().minusNanos(since);
    if (wait.isPositive()) {
      time.sleep(wait);
    }
  }

  private void release() {
    synchronized (monitor) {
      taken = false;
      lastEnd = time.nanos();
      if (ended == null) {
        state.set(outOfStep ? new EngineState.OutOfStep() : new EngineState.Ready());
      }
      monitor.notifyAll();
    }
  }

  /// One command from its line to its final result; the caller has taken the engine.
  <R> Answer<R> exchange(AtCommand<R> command, String shown, Deadline deadline) {
    long from = port.transcript().position();
    long start = time.nanos();
    synchronized (monitor) {
      throwIfEnded("sending " + shown);
      state.set(new EngineState.Busy(shown));
      inbox = Inbox.Open.of(command);
      prompted = false;
      framer.prompting(command.body().isPresent());
      previous = command.text();
    }
    put(command.text() + "\r", deadline);
    Inbox.Closed closed = await(command, shown, deadline);
    Exchange exchange =
        new Exchange(
            shown,
            closed.lines(),
            closed.result(),
            Duration.ofNanos(time.nanos() - start),
            port.transcript().since(from));
    if (closed.result() instanceof FinalResult.Failed failed) {
      return new Answer.Refused<>(failed.cause(), exchange);
    }
    return command
        .parse(closed.lines())
        .<Answer<R>>map(value -> new Answer.Value<>(value, exchange))
        .orElseGet(() -> new Answer.Unparsed<>(exchange));
  }

  private Inbox.Closed await(AtCommand<?> command, String shown, Deadline deadline) {
    boolean bodySent = false;
    while (true) {
      synchronized (monitor) {
        boolean sent = bodySent;
        boolean undecided = framer.undecided();
        boolean woken =
            time.await(
                monitor,
                () -> settled() || (prompted && !sent) || (!undecided && framer.undecided()),
                undecided ? deadline.atMost(UNDECIDED) : deadline);
        if (!woken && undecided) {
          framer.pause();
        }
        if (inbox instanceof Inbox.Closed closed) {
          inbox = new Inbox.Idle();
          framer.prompting(false);
          return closed;
        }
        throwIfEnded("waiting for the answer to " + shown);
        if (deadline.passed()) {
          inbox = new Inbox.Idle();
          framer.prompting(false);
          outOfStep = true;
          port.transcript().note("no answer in time to " + shown);
          throw new Fault(AtCodes.TIMEOUT, "waiting for the answer to " + shown, where());
        }
      }
      if (prompted && !bodySent) {
        bodySent = true;
        put(command.body().orElse("") + (char) 26, deadline);
      }
    }
  }

  private boolean settled() {
    return inbox instanceof Inbox.Closed || ended != null;
  }

  /// Writes bytes; at most the write's own time.
  private void put(String text, Deadline deadline) {
    port.send(text.getBytes(StandardCharsets.ISO_8859_1), deadline.atMost(WRITE));
  }

  /// Waits until nothing has come for `quiet`; false when it did not become quiet in time.
  boolean quiet(Duration quiet, Deadline deadline) {
    synchronized (monitor) {
      while (!deadline.passed() && ended == null) {
        long since = time.nanos() - lastByte;
        if (since >= quiet.toNanos()) {
          return true;
        }
        Deadline rest = deadline.atMost(quiet.minusNanos(since));
        boolean unused = time.await(monitor, () -> ended != null, rest);
      }
      throwIfEnded("getting back in step");
      return false;
    }
  }

  Time time() {
    return time;
  }

  String where() {
    return port.address().toString();
  }

  private void throwIfEnded(String doing) {
    if (ended != null) {
      throw new Fault(ended.code(), doing, where(), null, ended);
    }
  }

  private final class Ears implements Receiver {
    @Override
    public void received(byte[] buffer, int length) {
      synchronized (monitor) {
        lastByte = time.nanos();
        framer.accept(buffer, length);
        monitor.notifyAll();
      }
    }

    @Override
    public void ended(Fault reason) {
      synchronized (monitor) {
        ended = reason;
        FaultCode code = reason.code();
        state.set(new EngineState.Ended(code));
        monitor.notifyAll();
      }
    }
  }

  private final class Lines implements Framer.Sink {
    @Override
    public void line(String text) {
      step(inbox.line(text));
    }

    @Override
    public void number(String digits) {
      step(inbox.number(digits));
    }

    @Override
    public void prompt() {
      prompted = true;
    }

    private void step(Inbox.Step step) {
      inbox = step.next();
      Urc urc = step.urc();
      if (urc != null) {
        urcs.emit(urc);
      }
    }
  }

  /// The commands that make every modem answer alike: no echo, words instead of numbers, numbered
  /// errors.
  public void init() {
    for (String line : List.of("ATE0", "ATV1", "AT+CMEE=1")) {
      Answer<List<String>> unused = send(new RawCommand(line, CommandClass.LOCAL));
    }
  }
}
