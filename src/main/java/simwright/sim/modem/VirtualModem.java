package simwright.sim.modem;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import simwright.hardware.HardwareProfile;
import simwright.lab.Disturbance;
import simwright.sim.network.Network;
import simwright.time.Time;

/// A modem as seen from its AT port: it reads command lines by V.250, carries them out one after
/// the other, and stops a line at the first error. It has a codec of its own and knows nothing of
/// the engine that talks to it.
public final class VirtualModem {
  private static final byte[] DIP = {0, (byte) 0xff, (byte) 0xfe, 0, 0x15, (byte) 0x80, 0};

  private final HardwareProfile.Simulator persona;
  private final Wire wire;
  private final Settings settings = new Settings();
  private final Board board;
  private final Interpreter interpreter;
  private final Runner runner;
  private final LineReader reader;
  private final Host host = new Host();
  private final Set<String> refused = new HashSet<>();
  private boolean up;
  private boolean asleep;
  private boolean terminalReady = true;
  private int commands;
  private Map<Integer, Runnable> cuts = Map.of();
  private boolean cutting;
  private Runnable vanishing = this::powerOn;

  /// A modem of a family, with its cards, in a network; what it sends goes to `wire`.
  public VirtualModem(Persona who, Network network, Time time, Wire wire) {
    this.persona = who.simulator();
    this.wire = wire;
    Timers timers = new Timers(time, this);
    Slots slots = new Slots(chips(who), timers);
    Contexts contexts = new Contexts(who.profile().firstContext(), this::packetEvent);
    Carrier carrier = new Carrier(persona.habits().carrier());
    Registrations registrations = new Registrations(host::unsolicited);
    Radio radio = new Radio(timers, network, registrations, contexts, carrier);
    this.board =
        new Board(
            who,
            settings,
            timers,
            host,
            network,
            slots,
            contexts,
            carrier,
            radio,
            new Supply(),
            new Storage());
    this.interpreter = new Interpreter(board, new Random(who.imei().hashCode()));
    this.runner = new Runner(host, settings, timers);
    this.reader = new LineReader(settings, runner, persona.echoReturnOnly(), this::send);
  }

  private static List<Chip> chips(Persona who) {
    List<Chip> chips = new ArrayList<>();
    for (Persona.Sim sim : who.sims()) {
      boolean first = chips.isEmpty();
      chips.add(
          who.euicc()
              .filter(unused -> first)
              .<Chip>map(euicc -> new Chip.Profiles(euicc, sim))
              .orElseGet(() -> new Chip.Plain(new Card(sim))));
    }
    return List.copyOf(chips);
  }

  /// Supply is switched on: the boot messages come, then the card and the radio start.
  public synchronized void powerOn() {
    down();
    var unused = board.timers().after(persona.boot(), "boot", this::booted);
  }

  /// It has been running for a while: card read, in service, nobody listening so far.
  public synchronized void running() {
    down();
    up = true;
    interpreter.start(Duration.ZERO, () -> {});
    board.radio().settle();
  }

  /// Supply is switched off.
  public synchronized void powerOff() {
    down();
  }

  /// The power key is pressed: a sleeping modem wakes, another one does not care.
  public synchronized void wake() {
    if (asleep) {
      powerOn();
    }
  }

  /// The program at the other end raises or drops DTR.
  public synchronized void terminalReady(boolean raised) {
    terminalReady = raised || !persona.habits().dtrRequired();
  }

  /// Coverage moves: RSRP in dBm.
  public synchronized void coverage(int dbm) {
    board.radio().move(dbm);
  }

  /// The operator changes the access point over the air.
  public synchronized void accessPoint(String apn, Disturbance.AccessPoint.Place at) {
    switch (at) {
      case DEVICE -> board.contexts().provide(apn);
      case NETWORK -> board.contexts().moved(apn);
      case CARD -> board.slots().card().ifPresent(card -> card.files().allowOnly(apn));
    }
  }

  /// Only these networks can be received from now on.
  public synchronized void operators(List<String> plmns) {
    board.radio().receive(plmns);
  }

  /// The network refuses the subscriber of the card in use with an EMM cause, and sends it away; 0
  /// lets in again all that were refused so, whichever is in use by then.
  public synchronized void refused(int cause, Duration backOff) {
    if (cause == 0) {
      refused.forEach(imsi -> board.network().refuse(imsi, Optional.empty(), backOff));
      refused.clear();
      return;
    }
    board
        .slots()
        .card()
        .map(card -> card.subscription().imsi())
        .ifPresent(imsi -> {
          refused.add(imsi);
          board.network().refuse(imsi, Optional.of(cause), backOff);
        });
    detached();
  }

  /// The battery has so much charge left, in percent.
  public synchronized void charge(int percent) {
    board.supply().charge(percent);
  }

  /// It is so hot, in degrees Celsius.
  public synchronized void heat(int celsius) {
    board.supply().heat(celsius);
  }

  /// The network sends it away, and it has to register again.
  public synchronized void detached() {
    if (up) {
      board.radio().power(interpreter.radioOn(), board.slots().card());
    }
  }

  /// The card is taken out or put in.
  public synchronized void card(boolean inserted) {
    if (board.slots().card().isPresent() != inserted) {
      board.slots().inserted(inserted);
      interpreter.cardChanged(up);
    }
  }

  /// The card asks for its PIN from the next reset on.
  public synchronized void cardLocked() {
    board
        .slots()
        .card()
        .ifPresent(card -> {
          card.pinAsked(true);
          card.reset();
        });
    interpreter.cardChanged(up);
  }

  /// The modem has a configuration for another carrier.
  public synchronized void wrongCarrier() {
    board.carrier().mismatch();
    board.radio().power(up && interpreter.radioOn(), board.slots().card());
  }

  /// Contexts get no address from now on.
  public synchronized void withoutAddress(boolean none) {
    board.contexts().withoutAddress(none);
  }

  /// So many bytes come in at once; false where no context is active.
  public synchronized boolean traffic(long bytes) {
    boolean active = board.contexts().active(board.contexts().first());
    if (active) {
      board.contexts().count(0, bytes);
    }
    return active;
  }

  /// The counters of bytes stand still from now on, or go on.
  public synchronized void counting(boolean on) {
    board.contexts().counting(on);
  }

  /// What a congested network says of staying away is not heeded from now on, or is.
  public synchronized void hasty(boolean on) {
    board.radio().hasty(on);
  }

  /// Somebody used it before, and left traces everywhere.
  public synchronized void used() {
    interpreter.used(board.timers().now());
  }

  /// Pings are not answered from now on.
  public synchronized void withoutPing(boolean none) {
    interpreter.withoutPing(none);
  }

  /// In the middle of the answer to the command line of a number, counted from now, something
  /// happens to the modem.
  public synchronized void cut(Map<Integer, Runnable> then) {
    commands = 0;
    cuts = Map.copyOf(then);
  }

  /// What happens when the modem enumerates again by itself; without it, it just starts again.
  public synchronized void reenumerating(Runnable then) {
    vanishing = then;
  }

  /// A toolkit session of the card is under way until it ends or the card is reset, or not.
  public synchronized void toolkit(boolean busy) {
    board.slots().euicc().ifPresent(card -> card.toolkitBusy(busy));
  }

  /// The supply dips: noise on the line, and a start after so long without supply.
  public synchronized void brownOut(Duration off) {
    down();
    wire.send(DIP.clone());
    var unused = board.timers().after(off, "brown-out", this::powerOn);
  }

  /// Bytes from the host.
  public synchronized void receive(byte[] bytes, int count) {
    for (int i = 0; i < count && up && terminalReady; i++) {
      reader.take(bytes[i] & 0xff).ifPresent(this::execute);
    }
  }

  /// Something that the network or a fault says on its own.
  public synchronized void say(String line) {
    host.unsolicited(line);
  }

  private void down() {
    up = false;
    asleep = false;
    cutting = false;
    board.timers().stop();
    reader.clear();
    settings.reset();
    board.contexts().resetCounters();
    board.carrier().started();
    interpreter.stop();
  }

  private void booted() {
    up = true;
    List<String> lines = persona.bootLines();
    int card = 0;
    while (card < lines.size() && !lines.get(card).contains("CPIN")) {
      card++;
    }
    if (!lines.isEmpty()) {
      send("\0\0");
    }
    lines.subList(0, card).forEach(host::unsolicited);
    List<String> later = lines.subList(card, lines.size());
    interpreter.start(persona.habits().cardBusy(), () -> cardRead(later));
  }

  private void cardRead(List<String> lines) {
    if (board.slots().card().isPresent()) {
      boolean usable = board.slots().own().usable();
      for (String line : lines) {
        if (line.startsWith("+CPIN")) {
          host.unsolicited("+CPIN: " + board.slots().own().state());
        } else if (usable) {
          host.unsolicited(line);
        }
      }
    }
  }

  private void execute(String typed) {
    Optional<List<String>> line = reader.commands(typed);
    if (line.isEmpty()) {
      return;
    }
    commands++;
    cutting = cuts.containsKey(commands);
    runner.start(line.get());
    interpreter.used();
  }

  private void packetEvent(String text) {
    if (settings.packetEvents > 0) {
      host.unsolicited("+CGEV: " + text);
    }
  }

  private void send(String text) {
    if (!terminalReady) {
      return;
    }
    String now = cutting && text.length() > 1 ? text.substring(0, text.length() / 2) : text;
    wire.send(now.getBytes(StandardCharsets.ISO_8859_1));
    if (cutting && text.length() > 1) {
      cutting = false;
      up = false;
      cuts.getOrDefault(commands, () -> {}).run();
    }
  }

  /// What the modem's commands may do to it.
  private final class Host implements Board.Host, Runner.Bench {
    @Override
    public void unsolicited(String line) {
      if (up && wire.hasRoom()) {
        VirtualModem.this.send("\r\n" + line + "\r\n");
      }
    }

    @Override
    public void restart(Duration delay) {
      up = false;
      board.timers().stop();
      var unused = board.timers().after(delay, "reboot", VirtualModem.this::powerOn);
    }

    @Override
    public void reenumerate() {
      down();
      vanishing.run();
    }

    @Override
    public void sleep() {
      down();
      asleep = true;
    }

    @Override
    public void send(String text) {
      if (up) {
        VirtualModem.this.send(text);
      }
    }

    @Override
    public Say carryOut(String command) {
      return up ? interpreter.carryOut(command.toUpperCase(Locale.ROOT), command) : Say.silent();
    }
  }
}
