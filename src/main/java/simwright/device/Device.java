package simwright.device;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.at.Answer;
import simwright.at.AtCodes;
import simwright.at.AtEngine;
import simwright.at.AtSettings;
import simwright.at.CommandClass;
import simwright.at.EngineState;
import simwright.at.RawCommand;
import simwright.at.command.Ping;
import simwright.at.command.PingRun;
import simwright.at.command.SetFunctionality;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.hardware.HardwareProfile;
import simwright.hardware.HardwareProfiles;
import simwright.identity.Identifier;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.link.LinkSettings;
import simwright.link.Links;
import simwright.link.Port;
import simwright.link.PortInfo;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.time.Time;
import simwright.transcript.TranscriptRange;

/// One device: its port, the conversation with it, and what is known of it. Acts on it come from
/// jobs.
public final class Device implements AutoCloseable {
  private static final Duration PING = Duration.ofSeconds(30);
  private static final int PINGS = 5;

  private static final Logger LOG = LoggerFactory.getLogger(Device.class);
  private static final Duration KNOCK = Duration.ofMillis(500);
  private static final int KNOCKS = 3;

  private final Links links;
  private final HardwareProfiles profiles;
  private final Journal journal;
  private final Time time;
  private final Value<Attachment> view;
  private Optional<Ladder.PingFound> pinged = Optional.empty();
  private @Nullable AtEngine engine;
  private HardwareProfile profile;

  Device(
      String id,
      PortInfo port,
      Links links,
      HardwareProfiles profiles,
      Journal journal,
      Time time) {
    this.links = links;
    this.profiles = profiles;
    this.journal = journal;
    this.time = time;
    this.profile = profiles.generic();
    this.view =
        new Value<>(
            new Attachment(
                id,
                port,
                Attachment.State.SEEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Snapshot.empty(time.now())));
  }

  /// What is known of it, as it changes.
  public Observable<Attachment> view() {
    return view;
  }

  /// Its id, stable across re-enumeration.
  public String id() {
    return view.get().id();
  }

  /// Its family.
  public synchronized HardwareProfile profile() {
    return profile;
  }

  /// The conversation; throws `device/not-connected`.
  public synchronized AtEngine at() {
    if (engine == null) {
      throw new Fault(DeviceCodes.NOT_CONNECTED, "talking to a device", id());
    }
    return engine;
  }

  /// Opens the port, finds out who is there, and takes the first full reading.
  public synchronized Attachment connect() {
    if (engine != null) {
      return view.get();
    }
    change(Attachment.State.CONNECTING, Optional.empty());
    try {
      Port port = links.open(view.get().port().address(), LinkSettings.USUAL);
      AtEngine opened = new AtEngine(port, AtSettings.USUAL, time);
      engine = opened;
      opened.start();
      transcript(port.transcript().file().toString());
      recognise(opened);
    } catch (Fault fault) {
      drop();
      change(Attachment.State.FAILED, Optional.of(fault.code()));
      throw fault;
    }
    var unused = engine.state().subscribe(this::followed);
    Attachment now = show(new Probe(engine, profile, time).all(), Attachment.State.CONNECTED);
    record(now);
    return now;
  }

  /// Reads again what changes.
  public synchronized Attachment refresh() {
    AtEngine talking = at();
    return show(
        new Probe(talking, profile, time).again(view.get().snapshot()), Attachment.State.CONNECTED);
  }

  /// Reads again what changes, when it can be had; a device that does not answer keeps its last
  /// readings, which grow old on screen.
  public void poll() {
    try {
      Attachment unused = refresh();
    } catch (Fault silent) {
      LOG.debug("{} could not be read again: {}", id(), silent.code());
    }
  }

  /// Reads everything again.
  public synchronized Attachment probe() {
    AtEngine talking = at();
    pinged = Optional.empty();
    Attachment now = show(new Probe(talking, profile, time).all(), Attachment.State.CONNECTED);
    record(now);
    return now;
  }

  /// Pings through the modem; empty when the family has no command for it.
  public synchronized Optional<PingResult> ping(String host) {
    int cid =
        view.get().snapshot().contexts().value().orElse(List.of()).stream()
            .filter(PacketContext::active)
            .mapToInt(PacketContext::cid)
            .findFirst()
            .orElse(profile.firstContext());
    Optional<PingResult> result =
        profile.slot("ping").stream().findFirst().map(template -> ping(template, cid, host));
    pinged = result.map(PingResult::found);
    Attachment unused = show(view.get().snapshot(), view.get().state());
    return result;
  }

  private PingResult ping(String template, int cid, String host) {
    AtEngine talking = at();
    long from = talking.port().transcript().position();
    Answer<PingRun.Outcome> answer =
        PingRun.run(talking, Ping.of(template, cid, host), PINGS, PING, time);
    TranscriptRange range = talking.port().transcript().since(from);
    PingRun.Outcome outcome =
        answer.value().orElseGet(() -> new PingRun.Outcome(0, 0, Optional.empty()));
    return new PingResult(
        outcome.sent(),
        outcome.received(),
        outcome.averageMillis(),
        outcome.received() > 0
            ? Optional.empty()
            : answer.code().or(() -> Optional.of(DeviceCodes.NO_PING)),
        range);
  }

  /// Sets the level of functionality (+CFUN); why the modem refused, when it did.
  public synchronized Optional<FaultCode> functionality(int level) {
    return at().send(new SetFunctionality(level)).code();
  }

  /// Where the transcript of the open link stands, in bytes; 0 when nothing is open.
  public long position() {
    AtEngine talking = current();
    return talking == null ? 0 : talking.port().transcript().position();
  }

  /// The piece of the transcript since a position; none when nothing is open.
  public TranscriptRange since(long from) {
    AtEngine talking = current();
    return talking == null ? TranscriptRange.NONE : talking.port().transcript().since(from);
  }

  private synchronized @Nullable AtEngine current() {
    return engine;
  }

  /// Gives the port to another program; what we changed on the modem is put back.
  public synchronized void release() {
    if (engine != null) {
      engine.restore();
      drop();
      change(Attachment.State.RELEASED, Optional.empty());
      var unused = journal.append(presence("released"));
    }
  }

  @Override
  public synchronized void close() {
    drop();
  }

  /// The port has vanished or come back under another name.
  void port(PortInfo now) {
    view.update(old ->
        new Attachment(
            old.id(),
            now,
            Attachment.State.SEEN,
            Optional.empty(),
            old.hardwareProfile(),
            old.transcript(),
            old.snapshot()));
  }

  private void recognise(AtEngine opened) {
    awake(opened);
    opened.init();
    String[] who =
        Probe.whoIsThere(opened)
            .orElseThrow(() -> new Fault(DeviceCodes.NO_ANSWER, "recognising a device", id()));
    profile = profiles.confirm(who[0], who[1]);
    opened.use(AtSettings.of(profile));
  }

  /// A modem that is starting answers only after a while.
  private static void awake(AtEngine opened) {
    for (int i = 1; i <= KNOCKS; i++) {
      try {
        var unused = opened.send(new RawCommand("AT", CommandClass.PROBE), KNOCK);
        return;
      } catch (Fault silent) {
        boolean waits = silent.code().equals(AtCodes.TIMEOUT) || silent.code().equals(AtCodes.MUTE);
        if (!waits || i == KNOCKS) {
          throw silent;
        }
      }
    }
  }

  private void followed(EngineState state) {
    if (state instanceof EngineState.Ended(FaultCode why)) {
      change(Attachment.State.GONE, Optional.of(why));
    }
  }

  private void drop() {
    AtEngine old = engine;
    engine = null;
    if (old != null) {
      old.close();
    }
  }

  private Attachment show(Snapshot snapshot, Attachment.State state) {
    Snapshot judged = snapshot.withLadder(Ladder.of(snapshot, Optional.empty(), pinged));
    return view.update(old ->
        new Attachment(
            old.id(),
            old.port(),
            state,
            Optional.empty(),
            Optional.of(profile.name()),
            old.transcript(),
            judged));
  }

  private void change(Attachment.State state, Optional<FaultCode> fault) {
    Attachment unused =
        view.update(old ->
            new Attachment(
                old.id(),
                old.port(),
                state,
                fault,
                old.hardwareProfile(),
                old.transcript(),
                fault.isEmpty()
                    ? old.snapshot()
                    : old.snapshot().withLadder(ladder(old.snapshot(), fault.get()))));
  }

  /// A port that opened but whose modem is silent fails one rung higher than one that did not open.
  private List<Rung> ladder(Snapshot snapshot, FaultCode fault) {
    boolean modem = fault.layer().equals("at") || fault.equals(DeviceCodes.NO_ANSWER);
    Snapshot seen =
        modem
            ? snapshot.withModel(
                new Reading.Unavailable<>(
                    fault.equals(AtCodes.TIMEOUT)
                        ? "Nothing answers"
                        : "Nobody answers AT commands",
                    Optional.of(fault),
                    time.now()))
            : snapshot;
    return Ladder.of(seen, modem ? Optional.empty() : Optional.of(fault), Optional.empty());
  }

  private void transcript(String file) {
    Attachment unused =
        view.update(old ->
            new Attachment(
                old.id(),
                old.port(),
                old.state(),
                old.fault(),
                old.hardwareProfile(),
                Optional.of(file),
                old.snapshot()));
  }

  private void record(Attachment now) {
    var unused = journal.append(presence("connected"));
    List<Identifier> seen = new ArrayList<>();
    now.snapshot().imei().value().ifPresent(seen::add);
    now.snapshot().iccid().value().ifPresent(seen::add);
    now.snapshot().imsi().value().ifPresent(seen::add);
    if (!seen.isEmpty()) {
      journal.append(
          new Event.IdentitySeen(
              now.id(),
              now.snapshot().manufacturer().value().orElse(""),
              now.snapshot().model().value().orElse(""),
              seen,
              now.simulated()));
    }
  }

  private Event presence(String what) {
    Attachment now = view.get();
    return new Event.Presence(now.id(), what, now.port().address().toString(), now.simulated());
  }
}
