package simwright.sim.modem;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import simwright.sim.network.Network;
import simwright.sim.network.Operator;
import simwright.sim.network.Subscription;
import simwright.time.Task;

/// The radio side of the modem: searching, registering with authentication, forbidden networks,
/// back-off. Times are those of a modem in good coverage.
final class Radio {
  static final Duration SEARCH = Duration.ofMillis(1200);

  /// ESM failure: the network lets the modem in, but not its first context.
  private static final int NO_CONTEXT = 19;

  /// Until it tries again after that (3GPP TS 24.301 clause 10.2).
  private static final Duration T3411 = Duration.ofSeconds(10);

  /// How the operator is chosen: +COPS=0, 1 and 2.
  enum Selection {
    AUTOMATIC,
    MANUAL,
    NONE;

    /// As +COPS numbers it.
    int number() {
      return ordinal();
    }
  }

  private final Timers timers;
  private final Network network;
  private final Registrations registrations;
  private final Contexts contexts;
  private final Carrier carrier;
  private Signal signal = new Signal(-93);
  private List<Operator> received = Operator.ALL;
  private Selection selection = Selection.AUTOMATIC;
  private String wanted = "";
  private boolean on;
  private boolean scanning;
  private boolean detached;
  private boolean hasty;
  private @Nullable Card card;
  private @Nullable Task search;
  private @Nullable Subscription backedOff;
  private long backOffEnds;

  Radio(
      Timers timers,
      Network network,
      Registrations registrations,
      Contexts contexts,
      Carrier carrier) {
    this.timers = timers;
    this.network = network;
    this.registrations = registrations;
    this.contexts = contexts;
    this.carrier = carrier;
  }

  Registrations registrations() {
    return registrations;
  }

  boolean registered() {
    return registrations.registered();
  }

  /// What the antenna gets while the receiver works.
  Optional<Signal> signal() {
    return on && signal.there() && !received.isEmpty() ? Optional.of(signal) : Optional.empty();
  }

  /// The networks that can be received now.
  List<Operator> operators() {
    return signal().isPresent() ? received : List.of();
  }

  Optional<Operator> operator() {
    return registrations.operator();
  }

  Selection selection() {
    return selection;
  }

  void select(Selection how, String plmn) {
    selection = how;
    wanted = plmn;
    detached = false;
    restart();
  }

  /// The radio is switched on with a card, or off.
  void power(boolean up, Optional<Card> inserted) {
    on = up;
    detached = false;
    card = inserted.orElse(null);
    restart();
  }

  /// An LTE modem that detaches is not registered either, until it is told to attach (3GPP TS
  /// 27.007 clause 10.1.9, 3GPP TS 24.301 clause 5.5.2).
  void detach(boolean away) {
    detached = away;
    restart();
  }

  /// Whether it was told to detach.
  boolean detached() {
    return detached;
  }

  /// Whether it tries again at once where a congested network tells it to stay away.
  void hasty(boolean on) {
    hasty = on;
  }

  /// Coverage moves.
  void move(int dbm) {
    boolean was = signal.there();
    signal = new Signal(dbm);
    if (was != signal.there()) {
      restart();
    }
  }

  /// Other networks can be received from now on.
  void receive(List<String> plmns) {
    received = Operator.ALL.stream().filter(each -> plmns.contains(each.plmn())).toList();
    Optional<Operator> now = operator();
    if (now.isEmpty() || !received.contains(now.get())) {
      restart();
    }
  }

  /// Looks for all operators, which takes its time; data stop meanwhile.
  void scan(boolean begins) {
    scanning = begins;
    if (begins) {
      contexts.dropAll();
    } else if (registered()) {
      var unused = contexts.attach();
    } else {
      restart();
    }
  }

  /// The modem was in service long before anybody looked: what would take a search is done.
  void settle() {
    if (search != null && backOffLeft().isZero()) {
      search.cancel();
      search = null;
      register();
    }
  }

  /// How long scans take on this modem: between its shortest and longest.
  static Duration scanTime(List<Duration> range, RandomGenerator random) {
    long from = range.getFirst().toMillis();
    return Duration.ofMillis(
        from + (long) (random.nextDouble() * (range.getLast().toMillis() - from)));
  }

  private void restart() {
    if (search != null) {
      search.cancel();
      search = null;
    }
    contexts.dropAll();
    Card here = card;
    if (!on || selection == Selection.NONE || detached || here == null || !here.usable()) {
      registrations.searching(false);
    } else if (here.invalid()) {
      registrations.denied(here.rejection());
    } else {
      registrations.searching(true);
      if (signal().isPresent() && carrier.fits()) {
        Duration left = backOffLeft();
        search = timers.after(left.isZero() ? SEARCH : left, "registering", this::register);
      }
    }
  }

  /// Time left of T3346 for the card in use (3GPP TS 24.301 clause 5.3.9): it goes on over
  /// restarts.
  private Duration backOffLeft() {
    Card here = card;
    if (here == null || here.subscription() != backedOff) {
      return Duration.ZERO;
    }
    return Duration.ofNanos(Math.max(0, backOffEnds - timers.nanos()));
  }

  private void register() {
    search = null;
    Card here = card;
    if (here == null || !on || scanning) {
      return;
    }
    boolean tried = false;
    for (Operator each : homeFirst(here)) {
      boolean mine =
          selection == Selection.MANUAL
              ? each.plmn().equals(wanted)
              : !here.files().forbidden(each.plmn());
      if (mine) {
        tried = true;
        if (settled(here, each, network.register(here.subscription(), each.plmn()))) {
          return;
        }
      }
    }
    if (!tried) {
      registrations.denied(selection == Selection.MANUAL ? 0 : 11);
    }
  }

  /// Whether a network is the card's own: its IMSI begins with the network's number.
  private static boolean home(Card here, Operator at) {
    return here.subscription().imsi().startsWith(at.plmn());
  }

  private List<Operator> homeFirst(Card here) {
    return received.stream()
        .sorted(Comparator.comparing((Operator each) -> !home(here, each)))
        .toList();
  }

  /// Takes over what came of an attempt; false when the next network is to be tried.
  private boolean settled(Card here, Operator at, Network.Outcome outcome) {
    if (outcome.accepted()) {
      here.files().allow(at.plmn());
      here.files().location(at.plmn());
      contexts.of(here.subscription().imsi().startsWith(Network.PLMN));
      if (contexts.refusal(contexts.first()).isPresent()) {
        registrations.denied(NO_CONTEXT);
        search = timers.after(T3411, "T3411", this::register);
        return true;
      }
      registrations.accepted(at, home(here, at));
      var unused = contexts.attach();
      return true;
    }
    registrations.statusWord(outcome.statusWord());
    int cause = outcome.cause();
    if (outcome.rejected() || cause == 3 || cause == 6 || cause == 8) {
      here.invalidate(cause);
    }
    if (cause == 11) {
      here.files().forbid(at.plmn());
      registrations.denied(cause);
      return selection == Selection.MANUAL;
    }
    if (cause == 22) {
      Duration away = hasty ? SEARCH : outcome.backOff();
      backedOff = here.subscription();
      backOffEnds = timers.nanos() + away.toNanos();
      registrations.congested(cause);
      search = timers.after(away, "T3346", this::register);
      return true;
    }
    registrations.denied(cause);
    return true;
  }
}
