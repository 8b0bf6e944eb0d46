package simwright.device;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.ask.Cancel;
import simwright.at.AtEngine;
import simwright.at.Urc;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.hardware.HardwareProfile;
import simwright.hardware.HardwareProfiles;
import simwright.identity.Imei;
import simwright.journal.Journal;
import simwright.link.LinkAddress;
import simwright.link.LinkCodes;
import simwright.link.Links;
import simwright.link.PortInfo;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.time.Time;
import simwright.transcript.Transcript;
import simwright.transcript.TranscriptRange;

/// One device: its port, the conversation with it, and what is known of it. Acts on it come from
/// jobs, one at a time. It stays the same when its port comes back under another name; its IMEI is
/// confirmed then before anything else is done.
public final class Device implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Device.class);

  private static final Duration CARD = Duration.ofSeconds(5);

  private final Links links;
  private final HardwareProfiles profiles;
  private final Sighting sighting;
  private final Time time;
  private final Census census;
  private final Value<Attachment> view;
  private final Turn turn;
  private final Conversation talk;
  private volatile Optional<Ladder.PingFound> pinged = Optional.empty();
  private volatile HardwareProfile profile;

  /// Whether a person has connected it and not released it, so that it is opened again by itself.
  private volatile boolean wanted;

  private volatile boolean released;

  /// Whether its port was there when the ports were last listed.
  private volatile boolean present = true;

  private final Stirs stirs = new Stirs();

  /// The IMEI of another device that was met here.
  private @Nullable Imei stranger;

  Device(
      String id,
      PortInfo port,
      Links links,
      HardwareProfiles profiles,
      Journal journal,
      Time time,
      Census census) {
    this.links = links;
    this.profiles = profiles;
    this.sighting = new Sighting(journal);
    this.time = time;
    this.census = census;
    this.turn = new Turn(id, time);
    this.talk = new Conversation(id);
    this.profile = profiles.generic();
    this.view = new Value<>(Attachment.seen(id, port, time.now()));
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
  public HardwareProfile profile() {
    return profile;
  }

  /// The conversation with its modem; throws `device/not-connected`, or `device/no-modem` for a
  /// card reader.
  public AtEngine at() {
    return talk.at();
  }

  /// Opens the port, finds out who is there, and takes the first full reading.
  public Attachment connect() {
    return connect(new Cancel());
  }

  /// The same; a person may stop it at any question.
  public Attachment connect(Cancel cancel) {
    return turn.take(cancel, () -> connected(cancel, "connected"));
  }

  /// Reads again what changes.
  public Attachment refresh() {
    return refresh(new Cancel());
  }

  /// The same; a person may stop it at any question.
  public Attachment refresh(Cancel cancel) {
    return turn.take(cancel, () -> again(cancel, false));
  }

  /// Reads again what changes, when nobody else wants the device; opens it again when it was
  /// connected and has come back. One that does not answer keeps its readings, which grow old.
  public Polled poll() {
    return turn.whenFree(this::polled).orElse(Polled.YIELDED);
  }

  /// Reads everything again; a person may stop it at any question.
  public Attachment probe(Cancel cancel) {
    return turn.take(
        cancel,
        () -> {
          pinged = Optional.empty();
          Attachment now = whole(cancel);
          sighting.met(now, "read");
          return now;
        });
  }

  /// Asks the card behind the modem what it is, up to its EID; one in a reader was asked before.
  public Attachment askCard(Cancel cancel) {
    return turn.take(cancel, this::climbed);
  }

  /// Pings through the modem; empty when the family has no command for it.
  public Optional<PingResult> ping(String host) {
    return turn.take(
        new Cancel(),
        () -> {
          Snapshot known = view.get().snapshot();
          Optional<PingResult> result = talk.now().ping(profile, known, host, time);
          pinged = result.map(PingResult::found);
          view.update(old -> old.with(judged(old.snapshot())));
          return result;
        });
  }

  /// Carries out a conversation of several lines, as one act.
  public <T> T talk(Cancel cancel, Function<AtEngine, T> act) {
    return turn.take(cancel, () -> act.apply(at()));
  }

  /// Talks with the card of the device, over a channel that is open for the whole act.
  public <T> T card(Cancel cancel, Function<CardSession, T> act) {
    Snapshot known = view.get().snapshot();
    SecurityDomains domains = census.domains();
    return turn.take(
        cancel, () -> CardSession.during(talk.now(), known, profile.card(), domains, time, act));
  }

  /// Sets the level of functionality (+CFUN, flight mode of a handset is 4); why it was refused,
  /// when it did.
  public Optional<FaultCode> functionality(int level) {
    return turn.take(new Cancel(), () -> talk.now().functionality(level));
  }

  /// The level of functionality the modem tells (+CFUN?); empty when it tells none.
  public Optional<Integer> functionality() {
    return turn.take(new Cancel(), () -> talk.now().functionality());
  }

  /// Restarts the modem with its family's command, AT+CFUN=1,1 where the family names none; why it
  /// refused, when it did. The link may end by it; a connection is made anew by `connect`.
  public Optional<FaultCode> reboot() {
    return turn.take(new Cancel(), () -> talk.now().reboot(profile));
  }

  /// Switches something of a handset; why it could not be. A modem has none of it.
  public Optional<FaultCode> handset(HandsetSwitch what, boolean on) {
    return turn.take(new Cancel(), () -> talk.now().handset(what, on));
  }

  /// What it counted of data, a handset by application.
  public DataCounts counts(Cancel cancel) {
    return turn.take(cancel, () -> talk.now().counts(profile));
  }

  /// The same when nobody else wants the device; empty where somebody does, or where it does not
  /// answer.
  public Optional<DataCounts> countsWhenFree() {
    return turn.whenFree(_ -> answered(() -> talk.now().counts(profile))).flatMap(each -> each);
  }

  /// Where the transcript of the open link or of the last one stands, in bytes; 0 without any.
  public long position() {
    return talk.position();
  }

  /// The piece of that transcript since a position, on disk; none without any.
  public TranscriptRange since(long from) {
    return talk.since(from);
  }

  /// Gives the port to another program; what we changed on the modem is put back, and nothing here
  /// opens the port until it is taken back.
  public Attachment release(Cancel cancel) {
    return turn.take(
        cancel,
        () -> {
          view.get().openable("releasing a port", false);
          released = true;
          wanted = false;
          talk.putBack();
          Attachment now = change(Attachment.State.RELEASED, Optional.empty(), Optional.empty());
          sighting.presence(now, "released");
          return now;
        });
  }

  /// Takes a released port back and recognises the device anew; when the port cannot be had it
  /// stays released, and the fault says who holds it.
  public Attachment takeBack(Cancel cancel) {
    return turn.take(
        cancel,
        () -> {
          released = false;
          try {
            return connected(cancel, "taken-back");
          } catch (Fault fault) {
            if (fault.code().equals(LinkCodes.BUSY)) {
              released = true;
              change(Attachment.State.RELEASED, Optional.of(fault.code()), fault.evidence());
            }
            throw fault;
          }
        });
  }

  @Override
  public void close() {
    wanted = false;
    turn.take(
        new Cancel(),
        () -> {
          talk.putBack();
          return true;
        });
  }

  /// A count that moves whenever a fresh reading is worth while.
  public int stirs() {
    return stirs.count();
  }

  /// Whether there is anything to look at: it is open, given away, or has to be opened again.
  public boolean pollable() {
    return isOpen() || released || (wanted && present);
  }

  Optional<Imei> imei() {
    return view.get().snapshot().imei().value();
  }

  /// Whether its link is open, which is known before its end is shown.
  public boolean isOpen() {
    return talk.open();
  }

  /// Whether its port was there when the ports were last listed.
  public boolean present() {
    return present;
  }

  /// Whether anything is known of it that its card should keep.
  boolean known() {
    return view.get().transcript().isPresent() || released;
  }

  /// The port has come back, perhaps under another name. A conversation under the old name is over.
  void port(PortInfo now) {
    present = true;
    stirs.add();
    Attachment old = view.get();
    if (!now.address().equals(old.port().address())) {
      talk.leave(old.port().name(), time);
    }
    Attachment.State waiting = released ? Attachment.State.RELEASED : Attachment.State.SEEN;
    view.update(was -> was.with(now, isOpen() ? was.state() : waiting));
  }

  /// The port is not there any more.
  void vanished() {
    present = false;
    if (!isOpen() && view.get().state() != Attachment.State.GONE) {
      change(Attachment.State.GONE, Optional.of(LinkCodes.GONE), Optional.empty());
    }
  }

  /// Another device is at its place.
  void displaced() {
    present = false;
    change(Attachment.State.GONE, Optional.of(DeviceCodes.OTHER_DEVICE), Optional.empty());
    sighting.noticed(view.get(), "displaced");
  }

  private Attachment connected(Cancel cancel, String how) {
    if (isOpen()) {
      return view.get();
    }
    view.get().openable("connecting a device", released);
    change(Attachment.State.CONNECTING, Optional.empty(), Optional.empty());
    try {
      open();
      if (talk.now() instanceof ModemTalk) {
        recognise(new Asking(at(), cancel, false));
      }
      Attachment now = whole(cancel);
      sighting.met(now, how);
      wanted = true;
      return now.snapshot().lacksCard() ? climbed() : now;
    } catch (Fault fault) {
      failed(fault);
      throw fault;
    }
  }

  private void open() {
    talk.drop();
    LinkAddress where = view.get().port().address();
    Talk now = Talks.over(links, where, time, this::ended, this::heard);
    talk.begin(now);
    view.update(old -> old.writing(now.transcript().file().toString()));
  }

  private void recognise(Asking asking) {
    profile =
        new Recognition(asking, id()).run(profiles, profile, imei().isPresent(), this::confirm);
    boolean unused = stirs.greet();
  }

  private Attachment whole(Cancel cancel) {
    Optional<Snapshot> told = Talks.told(talk.now(), census, pinged, time);
    if (told.isPresent()) {
      return view.update(old -> old.read(told.get()));
    }
    return show(new Probe(greeted(cancel, false), profile, time).all());
  }

  private Attachment climbed() {
    return talk.now() instanceof ModemTalk modem
        ? show(
            new ModemClimb(modem, profile.card(), census.domains(), time)
                .above(view.get().snapshot()))
        : view.get();
  }

  private void confirm(Imei told) {
    Optional<FaultCode> code = census.stranger(this, told);
    if (code.isPresent()) {
      stranger = told;
      throw new Fault(code.get(), "recognising a device", id());
    }
  }

  /// Why it could not be connected; what was changed on a modem that answers is put back.
  private void failed(Fault fault) {
    talk.putBack();
    Imei other = stranger;
    stranger = null;
    if (other != null) {
      census.part(this, other);
    } else if (fault.code().equals(Cancel.CANCELLED)) {
      change(
          present ? Attachment.State.SEEN : Attachment.State.GONE,
          Optional.empty(),
          Optional.empty());
    } else {
      boolean gone = fault.code().equals(LinkCodes.GONE) || !present;
      change(
          gone ? Attachment.State.GONE : Attachment.State.FAILED,
          Optional.of(fault.code()),
          fault.evidence());
    }
  }

  private Polled polled(Cancel cancel) {
    Attachment before = view.get();
    try {
      if (!isOpen()) {
        return released ? watched() : returned(cancel);
      }
      Attachment now = again(cancel, true);
      return now.snapshot().says(before.snapshot()) ? Polled.SAME : Polled.CHANGED;
    } catch (Fault fault) {
      LOG.debug("{} could not be read again: {}", id(), fault.code());
      if (isOpen() && fault.code().layer().equals("at")) {
        change(Attachment.State.CONNECTED, Optional.of(fault.code()), Optional.empty());
      }
      return fault.code().equals(Cancel.CANCELLED) ? Polled.YIELDED : Polled.SILENT;
    }
  }

  private <T> Optional<T> answered(Supplier<T> question) {
    try {
      return isOpen() ? Optional.of(question.get()) : Optional.empty();
    } catch (Fault fault) {
      LOG.debug("{} did not answer: {}", id(), fault.code());
      return Optional.empty();
    }
  }

  /// Who has a released port now.
  private Polled watched() {
    Optional<String> holder =
        links.holder(view.get().port().address()).map(who -> "held by " + who);
    Attachment before = view.get();
    Attachment now = view.update(old -> old.with(old.state(), Optional.empty(), holder));
    return now.equals(before) ? Polled.SAME : Polled.CHANGED;
  }

  /// Opens it again by itself when a person had connected it. While the log takes nothing the port
  /// is left alone.
  private Polled returned(Cancel cancel) {
    if (!pollable()) {
      return Polled.IDLE;
    }
    Optional<FaultCode> refused = sighting.refusing(view.get());
    if (refused.isPresent()) {
      if (!view.get().fault().equals(refused)) {
        change(Attachment.State.FAILED, refused, Optional.empty());
      }
      return Polled.SAME;
    }
    Attachment unused = connected(cancel, "returned");
    return Polled.CHANGED;
  }

  private Attachment again(Cancel cancel, boolean yields) {
    if (talk.now() instanceof CardTalk card) {
      card.ping(time.deadline(CARD));
      return view.get();
    }
    if (talk.now() instanceof HandsetTalk) {
      return whole(cancel);
    }
    Probe probe = new Probe(greeted(cancel, yields), profile, time);
    return show(probe.again(view.get().snapshot()));
  }

  private Asking greeted(Cancel cancel, boolean yields) {
    Asking asking = new Asking(at(), cancel, yields);
    if (stirs.greet()) {
      new Recognition(asking, id()).renew();
    }
    return asking;
  }

  private void ended(Transcript transcript, FaultCode why) {
    if (talk.writes(transcript)) {
      sighting.noticed(view.get(), "gone");
      change(Attachment.State.GONE, Optional.of(why), Optional.empty());
    }
  }

  private void heard(Urc urc) {
    stirs.heard(urc, profile);
  }

  private Attachment show(Snapshot snapshot) {
    stirs.add();
    return view.update(old -> old.with(judged(snapshot), profile.name()));
  }

  private Snapshot judged(Snapshot snapshot) {
    return snapshot.withLadder(Ladder.of(snapshot, pinged));
  }

  private Attachment change(
      Attachment.State state, Optional<FaultCode> fault, Optional<String> detail) {
    return view.update(old -> {
      Attachment next = old.with(state, fault, detail);
      return fault
          .map(why -> Talks.broken(links, old, why, detail, time))
          .map(next::with)
          .orElse(next);
    });
  }
}
