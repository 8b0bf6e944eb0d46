package simwright.sim;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.lab.Disturbance;
import simwright.lab.LabCodes;
import simwright.sim.fault.FaultKind;
import simwright.sim.fault.FaultPlan;
import simwright.sim.fault.NoisyWire;
import simwright.sim.modem.Persona;
import simwright.sim.modem.VirtualModem;
import simwright.sim.network.Network;
import simwright.sim.network.ShortMessage;
import simwright.time.Task;
import simwright.time.Time;

/// A simulated device on a cable that can be pulled and put back.
final class SimDevice implements AutoCloseable {
  private static final Duration READ = Duration.ofSeconds(1);
  private static final Duration AGAIN = Duration.ofMillis(800);
  private static final Duration DIP = Duration.ofMillis(400);
  private static final int IN_COVERAGE = -93;
  private static final int NOWHERE = -140;

  private final Persona persona;
  private final Network network;
  private final Time time;
  private final VirtualModem modem;
  private final NoisyWire noise;
  private final Supplier<Cable> cables;
  private final Runnable changed;
  private @Nullable Cable cable;
  private volatile @Nullable Outbox outbox;
  private @Nullable Task flood;
  private volatile String faults;
  private int level = IN_COVERAGE;
  private int attenuation;
  private boolean closed;

  SimDevice(
      Persona persona,
      Network network,
      Time time,
      Supplier<Cable> cables,
      String faults,
      long seed,
      Runnable changed) {
    this.persona = persona;
    this.network = network;
    this.time = time;
    this.cables = cables;
    this.changed = changed;
    this.faults = faults;
    FaultPlan plan = FaultPlan.parse(faults);
    this.noise =
        new NoisyWire(plan, seed, time, this::toHost, this::hasRoom, () -> later(this::unplug));
    this.modem = new VirtualModem(persona, network, time, noise);
    modem.reenumerating(() -> later(this::rename));
    apply(plan);
  }

  /// Stands on the bench and has been running for a while.
  void stand() {
    attach(modem::running);
  }

  /// Puts the cable in: a new terminal, and the modem starts.
  void plug() {
    attach(modem::powerOn);
  }

  /// Pulls the cable.
  synchronized void unplug() {
    detach();
    modem.powerOff();
  }

  /// Where it can be opened; empty while unplugged.
  synchronized Optional<String> path() {
    return Optional.ofNullable(cable).map(Cable::path);
  }

  /// The faults it has now, as they were asked for.
  String faults() {
    return faults;
  }

  String hardwareProfile() {
    return persona.profile().name();
  }

  void disturb(Disturbance disturbance) {
    switch (disturbance) {
      case Disturbance.Unplug() -> unplug();
      case Disturbance.Plug() -> plug();
      case Disturbance.Reboot() -> supplied(modem::powerOn);
      case Disturbance.Wake() -> supplied(modem::wake);
      case Disturbance.Rename() -> supplied(this::rename);
      case Disturbance.Radio(int dbm) -> hears(dbm, attenuation);
      case Disturbance.Attenuation(int db) -> hears(level, db);
      case Disturbance.Refusal(int cause, int seconds) ->
          modem.refused(cause, Duration.ofSeconds(seconds));
      case Disturbance.Battery(int percent) -> modem.charge(percent);
      case Disturbance.Used() -> modem.used();
      case Disturbance.Heat(int celsius) -> modem.heat(celsius);
      case Disturbance.Operators(List<String> plmns) -> modem.operators(plmns);
      case Disturbance.Faults(String specification) -> {
        FaultPlan plan = FaultPlan.parse(specification);
        noise.plan(plan);
        apply(plan);
        faults = specification.strip();
        modem.detached();
      }
      case Disturbance.Toolkit(boolean busy) -> modem.toolkit(busy);
      case Disturbance.Server(String how) ->
          throw new Fault(LabCodes.CONTROL, "disturbing a device", "server " + how);
      case Disturbance.Traffic(String _, long bytes) -> {
        if (!modem.traffic(bytes)) {
          throw new Fault(
              LabCodes.CONTROL,
              "disturbing a modem",
              persona.profile().name(),
              "no context is active",
              null);
        }
      }
      case Disturbance.AccessPoint(String apn, Disturbance.AccessPoint.Place at) ->
          supplied(() -> modem.accessPoint(apn, at));
      case Disturbance.Sim(boolean inserted) -> modem.card(inserted);
      case Disturbance.Message(String from, String text) -> {
        boolean unused =
            network
                .messages()
                .submit(
                    persona.sims().getFirst().number(), ShortMessage.of(from, text, time.now()));
      }
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
    }
    if (flood != null) {
      flood.cancel();
    }
    unplug();
  }

  /// What reaches the antenna, and how much of it is lost on the way to the receiver.
  private synchronized void hears(int dbm, int db) {
    level = dbm;
    attenuation = db;
    modem.coverage(dbm - db);
  }

  /// Without its cable a device has no supply, and does nothing.
  private void supplied(Runnable what) {
    if (path().isEmpty()) {
      throw new Fault(LabCodes.UNPLUGGED, "disturbing a device", persona.profile().name());
    }
    what.run();
  }

  private synchronized void attach(Runnable begin) {
    if (cable == null) {
      Cable made = cables.get();
      cable = made;
      outbox = new Outbox(time, made);
      begin.run();
      var unused = time.start("modem " + made.path(), () -> listen(made));
    }
  }

  private synchronized void detach() {
    Outbox box = outbox;
    outbox = null;
    if (box != null) {
      box.close();
    }
    Cable old = cable;
    cable = null;
    if (old != null) {
      old.close();
    }
  }

  /// It vanishes and comes back elsewhere: the new cable is made while the old one still has its
  /// name.
  private void rename() {
    Cable next = cables.get();
    unplug();
    changed.run();
    time.sleep(AGAIN);
    synchronized (this) {
      if (closed || cable != null) {
        next.close();
        return;
      }
      cable = next;
      outbox = new Outbox(time, next);
      modem.powerOn();
    }
    var unused = time.start("modem " + next.path(), () -> listen(next));
  }

  private void apply(FaultPlan plan) {
    String imsi = persona.sims().getFirst().subscription().imsi();
    OptionalInt cause = plan.number(FaultKind.DENY);
    network.refuse(imsi, cause.isPresent() ? Optional.of(cause.getAsInt()) : Optional.empty());
    Set<Network.Trouble> troubles = EnumSet.noneOf(Network.Trouble.class);
    if (plan.has(FaultKind.WRONG_MAC)) {
      troubles.add(Network.Trouble.WRONG_MAC);
    }
    if (plan.has(FaultKind.AUTH_REJECT)) {
      troubles.add(Network.Trouble.REJECTS);
    }
    network.trouble(imsi, troubles);
    if (plan.has(FaultKind.OLD_SQN)) {
      network.forgetSequence(imsi);
    }
    modem.card(!plan.has(FaultKind.NO_SIM));
    hears(plan.has(FaultKind.NO_COVERAGE) ? NOWHERE : IN_COVERAGE, attenuation);
    modem.withoutAddress(plan.has(FaultKind.NO_ADDRESS));
    modem.counting(!plan.has(FaultKind.NO_COUNT));
    modem.hasty(plan.has(FaultKind.NO_BACK_OFF));
    modem.withoutPing(plan.has(FaultKind.NO_PING));
    if (plan.has(FaultKind.PIN)) {
      modem.cardLocked();
    }
    if (plan.has(FaultKind.WRONG_CARRIER)) {
      modem.wrongCarrier();
    }
    interruptions(plan);
  }

  private void interruptions(FaultPlan plan) {
    Map<Integer, Runnable> cuts = new HashMap<>();
    plan.number(FaultKind.RENAME).ifPresent(n -> cuts.put(n, () -> later(this::rename)));
    plan.number(FaultKind.BROWN_OUT).ifPresent(n -> cuts.put(n, () -> modem.brownOut(DIP)));
    plan.number(FaultKind.REBOOT).ifPresent(n -> cuts.put(n, modem::powerOn));
    modem.cut(cuts);
    if (flood != null) {
      flood.cancel();
      flood = null;
    }
    int rate = plan.number(FaultKind.FLOOD).orElse(0);
    if (rate > 0) {
      Duration period = Duration.ofNanos(1_000_000_000L / rate);
      flood = time.every(period, "flood", () -> modem.say("+CSQN: 17,99"));
    }
  }

  private void listen(Cable from) {
    byte[] buffer = new byte[4096];
    for (int n = 0; n >= 0; n = from.read(buffer, time.deadline(READ))) {
      if (n > 0) {
        modem.receive(buffer, n);
      }
    }
  }

  private void toHost(List<NoisyWire.Piece> pieces) {
    // The modem's lock is held here, and the device's must not be: plugging takes them the other
    // way.
    Outbox to = outbox;
    if (to != null) {
      to.put(pieces);
    }
  }

  private boolean hasRoom() {
    Outbox to = outbox;
    return to == null || to.hasRoom();
  }

  /// What pulls the cable runs on a thread of its own, as the modem is in the middle of a word.
  private void later(Runnable what) {
    var unused =
        time.start(
            "cable",
            () -> {
              what.run();
              changed.run();
            });
  }
}
