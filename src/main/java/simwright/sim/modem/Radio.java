package simwright.sim.modem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import simwright.sim.network.Network;
import simwright.time.Task;
import simwright.time.Time;

/// The radio side of the modem: searching, registering with authentication, back-off, contexts with
/// addresses. Times are the defaults of a modem in good coverage.
final class Radio {
  /// Below this RSRP in dBm there is no network.
  static final int FLOOR = -125;

  private static final Duration SEARCH = Duration.ofMillis(1200);
  private static final Duration T3346 = Duration.ofSeconds(60);

  private final Time time;
  private final Network network;
  private final Consumer<String> unsolicited;
  private final Contexts contexts = new Contexts();
  private int rsrp = -93;
  private int stat;
  private int cause;
  private boolean on;
  private boolean deregistered;
  private int reports;
  private @Nullable Task search;
  private @Nullable Card card;

  Radio(Time time, Network network, Consumer<String> unsolicited) {
    this.time = time;
    this.network = network;
    this.unsolicited = unsolicited;
  }

  Contexts contexts() {
    return contexts;
  }

  int rsrp() {
    return rsrp;
  }

  int stat() {
    return stat;
  }

  /// The EMM cause of the last refusal; 0 when there was none.
  int cause() {
    return cause;
  }

  boolean registered() {
    return stat == 1 || stat == 5;
  }

  /// How registration is reported: n of +CEREG.
  void reports(int n) {
    reports = n;
  }

  int reports() {
    return reports;
  }

  /// The operator is chosen by hand (2 deregisters) or automatically (0).
  void select(boolean none) {
    deregistered = none;
    restart();
  }

  boolean deregistered() {
    return deregistered;
  }

  /// The radio is switched on with a card, or off.
  void power(boolean up, @Nullable Card inserted) {
    on = up;
    card = inserted;
    restart();
  }

  /// Coverage moves.
  void move(int dbm) {
    boolean lost = dbm < FLOOR;
    boolean was = rsrp < FLOOR;
    rsrp = dbm;
    if (lost != was) {
      restart();
    }
  }

  private void restart() {
    if (search != null) {
      search.cancel();
    }
    contexts.dropAll();
    cause = 0;
    Card here = card;
    if (!on || deregistered) {
      state(0);
    } else if (here == null || !here.usable() || here.invalid()) {
      state(here != null && here.invalid() ? 3 : 0);
    } else {
      state(2);
      if (rsrp >= FLOOR) {
        search = time.after(SEARCH, "registering", this::register);
      }
    }
  }

  private void register() {
    Card here = card;
    if (here == null || !on) {
      return;
    }
    Network.Outcome outcome = network.register(here.subscription());
    if (outcome.accepted()) {
      contexts.attach();
      cause = 0;
      state(1);
      return;
    }
    cause = outcome.cause();
    switch (cause) {
      case 3, 6, 8 -> {
        here.invalidate();
        state(3);
      }
      case 22 -> {
        state(2);
        search = time.after(T3346, "T3346", this::register);
      }
      default -> state(3);
    }
  }

  private void state(int next) {
    boolean changed = next != stat;
    stat = next;
    if (changed && reports > 0) {
      unsolicited.accept("+CEREG: " + details());
    }
  }

  /// What follows n in +CEREG, as far as n asks for it.
  String details() {
    List<String> parts = new ArrayList<>();
    parts.add(Integer.toString(stat));
    boolean where = registered() && reports >= 2;
    if (where) {
      parts.addAll(List.of("\"00C3\"", "\"0001A2B3\"", "7"));
    }
    if (reports >= 3 && cause != 0) {
      if (!where) {
        parts.addAll(List.of("", "", ""));
      }
      parts.addAll(List.of("0", Integer.toString(cause)));
    }
    return String.join(",", parts);
  }

  /// The operator as +COPS? shows it.
  Optional<String> operator() {
    return registered() ? Optional.of(Network.NAME) : Optional.empty();
  }
}
