package simwright.sim;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import simwright.lab.Disturbance;
import simwright.sim.fault.FaultPlan;
import simwright.sim.fault.NoisyWire;
import simwright.sim.modem.Persona;
import simwright.sim.modem.VirtualModem;
import simwright.sim.network.Network;
import simwright.sim.pty.PseudoTerminal;
import simwright.time.Time;

/// A simulated device on a pseudo-terminal that can be unplugged and plugged in again.
final class SimDevice implements AutoCloseable {
  private static final Duration READ = Duration.ofSeconds(1);
  private static final Duration WRITE = Duration.ofSeconds(2);

  private final Persona persona;
  private final Network network;
  private final Time time;
  private final VirtualModem modem;
  private final NoisyWire noise;
  private final Runnable changed;
  private @Nullable PseudoTerminal terminal;

  SimDevice(
      Persona persona, Network network, Time time, FaultPlan faults, long seed, Runnable changed) {
    this.persona = persona;
    this.network = network;
    this.time = time;
    this.changed = changed;
    this.noise = new NoisyWire(faults, seed, this::toHost, this::pulled);
    this.modem = new VirtualModem(persona, network, time, noise);
    apply(faults);
  }

  /// Stands on the bench and has been running for a while.
  void stand() {
    attach(modem::running);
  }

  /// Puts the cable in: a new terminal, and the modem starts.
  void plug() {
    attach(modem::powerOn);
  }

  private synchronized void attach(Runnable begin) {
    if (terminal != null) {
      return;
    }
    PseudoTerminal made = PseudoTerminal.open(time);
    terminal = made;
    begin.run();
    time.start("modem " + made.path(), () -> listen(made));
  }

  /// Pulls the cable.
  void unplug() {
    PseudoTerminal old;
    synchronized (this) {
      old = terminal;
      terminal = null;
    }
    modem.powerOff();
    if (old != null) {
      old.close();
    }
  }

  /// Where it can be opened; empty while unplugged.
  synchronized Optional<String> path() {
    return Optional.ofNullable(terminal).map(PseudoTerminal::path);
  }

  String hardwareProfile() {
    return persona.profile().name();
  }

  void disturb(Disturbance disturbance) {
    switch (disturbance) {
      case Disturbance.Unplug() -> unplug();
      case Disturbance.Plug() -> plug();
      case Disturbance.Reboot() -> modem.powerOn();
      case Disturbance.Radio(int dbm) -> modem.coverage(dbm);
      case Disturbance.Faults(String specification) -> {
        FaultPlan plan = FaultPlan.parse(specification);
        noise.plan(plan);
        apply(plan);
      }
      case Disturbance.Sim(boolean inserted) -> modem.card(inserted);
    }
  }

  @Override
  public void close() {
    unplug();
  }

  private void apply(FaultPlan plan) {
    network.refuse(
        persona.sims().getFirst().subscription().imsi(),
        plan.number("deny").isPresent()
            ? Optional.of(plan.number("deny").getAsInt())
            : Optional.empty());
    modem.card(!plan.has("no-sim"));
    modem.coverage(plan.has("no-coverage") ? -140 : -93);
    modem.withoutAddress(plan.has("no-address"));
    modem.withoutPing(plan.has("no-ping"));
  }

  private void listen(PseudoTerminal from) {
    byte[] buffer = new byte[4096];
    for (int n = 0; n >= 0; n = from.read(buffer, time.deadline(READ))) {
      if (n > 0) {
        modem.receive(buffer, n);
      }
    }
  }

  private void toHost(byte[] bytes) {
    PseudoTerminal to;
    synchronized (this) {
      to = terminal;
    }
    if (to != null) {
      int unused = to.write(bytes, time.deadline(WRITE));
    }
  }

  /// A fault pulls the cable: on a thread of its own, as the modem is in the middle of a word.
  private void pulled() {
    time.start(
        "cable",
        () -> {
          unplug();
          changed.run();
        });
  }
}
