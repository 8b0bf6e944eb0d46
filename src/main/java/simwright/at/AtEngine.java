package simwright.at;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import simwright.ask.Cancel;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.link.Port;
import simwright.link.Receiver;
import simwright.observe.Observable;
import simwright.observe.Signal;
import simwright.observe.Subscription;
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
  private static final Duration MUTE = Duration.ofSeconds(5);
  private static final Duration BEFORE_ABORT = Duration.ofMillis(125);
  private static final Cancel NOBODY = new Cancel();

  private final Port port;
  private volatile AtSettings settings;
  private final Time time;
  private final Object monitor = new Object();
  private final Signal<Urc> urcs = new Signal<>();
  private final Value<EngineState> state = new Value<>(new EngineState.Ready());
  private final Framer framer = new Framer(new Lines());
  private volatile DangerousCommands dangerous;
  private final ChangedSettings changed = new ChangedSettings(this);
  private final BareAnswers bare = new BareAnswers();
  private final List<Urc> heard = new ArrayList<>();
  private Inbox inbox = new Inbox.Idle();
  private Cancel wish = NOBODY;
  private boolean taken;
  private boolean prompted;
  private volatile boolean outOfStep;
  private boolean words;
  private boolean echoes;
  private boolean abortAsked;
  private int misses;
  private long muteUntil;
  private long dropped;
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
    this.muteUntil = lastEnd;
  }

  /// Starts listening.
  public void start() {
    port.start(new Ears());
  }

  /// The port it talks over.
  public Port port() {
    return port;
  }

  /// Other times and rules from the next command on, once the family is known.
  public void use(AtSettings other) {
    settings = other;
    dangerous = new DangerousCommands(other.neverSend(), other.confirmFirst());
  }

  /// Unsolicited results, on the port's thread.
  public Signal<Urc> urcs() {
    return urcs;
  }

  /// The commands that make every modem answer alike: no echo, words instead of numbers, numbered
  /// errors. `restore` puts back what they changed.
  public void init() {
    changed.init();
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

  /// How many lines of answers were dropped because an answer had too many.
  public long droppedLines() {
    synchronized (monitor) {
      return dropped;
    }
  }

  /// How many answers in a row did not come in time; 0 while the modem answers.
  public int misses() {
    synchronized (monitor) {
      return misses;
    }
  }

  /// Whether the last answer came with an echo of its command.
  boolean echoes() {
    synchronized (monitor) {
      return echoes;
    }
  }

  /// Sends a command and waits for its answer. Throws `at/timeout`, `at/mute`, `at/never-send`,
  /// `at/confirm-first` or a fault of the link.
  public <R> Answer<R> send(AtCommand<R> command) {
    return send(command, settings.deadline(command.commandClass()), false, NOBODY);
  }

  /// The same with a time of one's own.
  public <R> Answer<R> send(AtCommand<R> command, Duration within) {
    return send(command, within, false, NOBODY);
  }

  /// The same for a question that changes nothing, whose answer a person may stop waiting for: the
  /// fault is then `job/cancelled`, and an answer that comes later is nobody's.
  public <R> Answer<R> send(AtCommand<R> command, Cancel cancel) {
    return send(command, settings.deadline(command.commandClass()), cancel);
  }

  /// The same with a time of one's own.
  public <R> Answer<R> send(AtCommand<R> command, Duration within, Cancel cancel) {
    Subscription woken =
        cancel.watch(() -> {
          synchronized (monitor) {
            monitor.notifyAll();
          }
        });
    try {
      return send(command, within, false, cancel);
    } finally {
      woken.close();
    }
  }

  /// The same for a command that a person has confirmed by typing.
  public <R> Answer<R> sendConfirmed(AtCommand<R> command) {
    return send(command, settings.deadline(command.commandClass()), true, NOBODY);
  }

  /// The same for a line as typed. A line that asks for confirmation is sent only when `typed`,
  /// what the person typed to confirm, is the line itself.
  public Answer<List<String>> raw(String line, Duration within, String typed) {
    boolean confirmed = typed.strip().equals(line.strip());
    return send(new RawCommand(line, CommandClass.LOCAL), within, confirmed, NOBODY);
  }

  /// The same without a confirmation.
  public Answer<List<String>> raw(String line, Duration within) {
    return send(new RawCommand(line, CommandClass.LOCAL), within, false, NOBODY);
  }

  /// Asks the command in flight to end early, where it may be (V.250 clause 5.6.1); its answer then
  /// comes as OK or an error. False when none is or it must not be disturbed.
  public boolean abort() {
    synchronized (monitor) {
      if (inbox instanceof Inbox.Open open && open.command().abortable()) {
        abortAsked = true;
        monitor.notifyAll();
        return true;
      }
      return false;
    }
  }

  /// Reads a setting, changes it, and remembers to put it back: `AT+CEREG=2` is put back to what
  /// `AT+CEREG?` told before.
  public Answer<List<String>> change(String write) {
    return changed.change(write);
  }

  /// Puts back what `init` and `change` changed, the last first; what the modem refuses is left.
  public void restore() {
    changed.restore();
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

  private <R> Answer<R> send(
      AtCommand<R> command, Duration within, boolean confirmed, Cancel cancel) {
    String shown = Masking.brief(command.text());
    check(command.text(), shown, confirmed);
    Deadline deadline = time.deadline(within);
    take(shown, deadline, cancel);
    try {
      while (true) {
        if (outOfStep) {
          getInStep(shown);
          deadline = time.deadline(within);
        }
        Answer<R> answer = exchange(command, shown, deadline);
        if (!bare.doubtful(command.text(), answer)) {
          return answer;
        }
        doubt();
      }
    } finally {
      release();
    }
  }

  /// A modem that stayed mute is left alone for some seconds, so that a poll does not wait each
  /// time.
  private void getInStep(String shown) {
    if (time.nanos() - muteUntil < 0) {
      throw new Fault(AtCodes.MUTE, "sending " + shown, where());
    }
    try {
      Resync.run(this, previous);
    } catch (Fault fault) {
      if (!fault.code().equals(Cancel.CANCELLED)) {
        muteUntil = time.nanos() + MUTE.toNanos();
      }
      throw fault;
    }
    outOfStep = false;
  }

  private void check(String line, String shown, boolean confirmed) {
    if (line.chars().anyMatch(c -> c < 0x20 || c > 0xff)) {
      throw new Fault(AtCodes.MALFORMED, "sending a command", where(), shown, null);
    }
    rule(line).require(shown, where(), confirmed);
  }

  private void take(String shown, Deadline deadline, Cancel cancel) {
    synchronized (monitor) {
      if (!time.await(monitor, () -> !taken || ended != null || cancel.requested(), deadline)) {
        throw new Fault(AtCodes.OCCUPIED, "sending " + shown, where());
      }
      throwIfEnded("sending " + shown);
      cancel.check("sending " + shown, where());
      taken = true;
      wish = cancel;
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
      wish = NOBODY;
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
      boolean known =
          words
              && command.commandClass() != CommandClass.REBOOT
              && !CommandNames.of(command.text()).isEmpty();
      inbox = Inbox.Open.of(command, known);
      prompted = false;
      abortAsked = false;
      framer.prompting(command.body().isPresent());
      previous = command.text();
    }
    put(command.text() + "\r", deadline);
    Inbox.Closed closed = await(command, shown, deadline);
    Exchange exchange =
        new Exchange(
            Masking.mask(command.text()),
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
    long sent = time.nanos();
    while (true) {
      String push;
      synchronized (monitor) {
        boolean undecided = framer.undecided();
        boolean woken =
            time.await(
                monitor,
                () ->
                    inbox.settled()
                        || ended != null
                        || prompted
                        || abortAsked
                        || wish.requested()
                        || (!undecided && framer.undecided()),
                undecided ? deadline.atMost(UNDECIDED) : deadline);
        if (!woken && undecided) {
          framer.pause();
        }
        if (inbox instanceof Inbox.Closed closed) {
          return finish(closed);
        }
        throwIfEnded("waiting for the answer to " + shown);
        if (wish.requested()) {
          throw leave(Cancel.CANCELLED, "stopped waiting for the answer", shown);
        }
        if (inbox instanceof Inbox.Lost) {
          throw leave(AtCodes.RESTARTED, "the modem started before its answer", shown);
        }
        if (deadline.passed()) {
          misses++;
          throw leave(AtCodes.TIMEOUT, "no answer in time", shown);
        }
        push = prompted ? command.body().orElse("") + (char) 26 : abortAsked ? "\r" : "";
        prompted = false;
        abortAsked = false;
      }
      if (push.equals("\r")) {
        Duration early = BEFORE_ABORT.minusNanos(time.nanos() - sent);
        time.sleep(early.isPositive() ? early : Duration.ZERO);
      }
      if (!push.isEmpty()) {
        put(push, deadline);
      }
    }
  }

  private Inbox.Closed finish(Inbox.Closed closed) {
    inbox = new Inbox.Idle(closed.tail());
    framer.prompting(false);
    misses = 0;
    echoes = closed.echoed();
    words = closed.result().text().strip().length() > 1;
    return closed;
  }

  private Fault leave(FaultCode why, String note, String shown) {
    inbox = new Inbox.Idle();
    framer.prompting(false);
    outOfStep = true;
    port.transcript().note(note + " to " + shown);
    return new Fault(why, "waiting for the answer to " + shown, where());
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
        boolean unused = time.await(monitor, () -> ended != null || wish.requested(), rest);
        wish.check("getting back in step", where());
      }
      throwIfEnded("getting back in step");
      return false;
    }
  }

  /// An answer was not what the command's is, so it may have been another's: the next command gets
  /// in step first.
  void doubt() {
    outOfStep = true;
  }

  /// Leaves a text prompt that nobody answered (ESC, 3GPP TS 27.005 clause 3.5.1).
  boolean leavePrompt() {
    boolean waiting;
    synchronized (monitor) {
      waiting = framer.promptWaits();
    }
    if (waiting) {
      put("\u001b", time.deadline(WRITE));
    }
    return waiting;
  }

  /// Tells watchers what was heard, in order, outside the lock, on the port's thread alone.
  private void tell() {
    List<Urc> all;
    synchronized (monitor) {
      all = List.copyOf(heard);
      heard.clear();
    }
    all.forEach(urcs::emit);
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
      tell();
    }

    @Override
    public void ended(Fault reason) {
      synchronized (monitor) {
        ended = reason;
        state.set(new EngineState.Ended(reason.code()));
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
      dropped += step.oddity() == Inbox.Oddity.DROPPED ? 1 : 0;
      outOfStep |= step.oddity() == Inbox.Oddity.STRAY;
      Urc urc = step.urc();
      if (urc != null) {
        heard.add(urc);
      }
    }
  }
}
