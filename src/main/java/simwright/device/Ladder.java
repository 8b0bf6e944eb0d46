package simwright.device;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import simwright.at.AtCodes;
import simwright.at.command.Registration;
import simwright.at.command.SimState;
import simwright.device.Rung.State;
import simwright.device.Rung.Step;
import simwright.fault.FaultCode;

/// The way from the port to the first ping as a pure function of what is known: the first rung that
/// does not hold is told with its reason, and nothing above it is claimed.
public final class Ladder {
  /// What a ping said, where one was made.
  public record PingFound(boolean answered, String words, Optional<FaultCode> code) {}

  private static final Optional<PingFound> NONE = Optional.empty();
  private static final FaultCode NOT_REGISTERED = DeviceCodes.NOT_REGISTERED;

  private Ladder() {}

  /// Judges a snapshot read over an open port; `ping` is what the last ping said.
  public static List<Rung> of(Snapshot snapshot, Optional<PingFound> ping) {
    return climb(snapshot, passed(Step.PORT, "The port is open"), ping);
  }

  /// The same after a fault: a port that opened but whose modem is silent fails one rung higher
  /// than one that did not open. `detail` is who holds the port or what to do.
  public static Snapshot broken(
      Snapshot snapshot, FaultCode fault, Optional<String> detail, Instant now) {
    if (!fault.layer().equals("at") && !fault.equals(DeviceCodes.NO_ANSWER)) {
      String words =
          detail
              .filter(_ -> !fault.layer().equals("store"))
              .map(more -> "The port is not open: " + more)
              .orElse(port(fault));
      return snapshot.withLadder(
          climb(snapshot, failed(Step.PORT, words, Optional.of(fault)), NONE));
    }
    boolean timeout = fault.equals(AtCodes.TIMEOUT);
    Snapshot silent =
        snapshot.withModel(
            new Reading.Unavailable<>(
                timeout ? "Nothing answers" : "Nobody answers AT commands",
                Optional.of(fault),
                now));
    return snapshot.withLadder(of(silent, NONE));
  }

  private static String port(FaultCode fault) {
    return switch (fault.toString()) {
      case "link/gone" -> "The device has hung up";
      case "link/absent" -> "There is no such port";
      case "link/never-open" -> "This port is never opened";
      case "device/other-device" -> "Another device is at this place";
      case "device/unconfirmed" -> "The device does not tell its IMEI, so it may be another one";
      default ->
          fault.layer().equals("store")
              ? "The port is left alone, as nothing can be recorded"
              : "The port is not open";
    };
  }

  private static List<Rung> climb(Snapshot snapshot, Rung port, Optional<PingFound> ping) {
    Rung modem = above(port, Step.MODEM, () -> modem(snapshot));
    Rung sim = above(modem, Step.SIM, () -> sim(snapshot));
    Rung registered = above(sim, Step.REGISTERED, () -> registered(snapshot));
    Rung context = above(registered, Step.CONTEXT, () -> context(snapshot));
    Rung pinged = above(context, Step.PING, () -> ping(ping));
    return List.of(port, modem, sim, euicc(snapshot, sim), registered, context, pinged);
  }

  private static Rung above(Rung below, Step step, Supplier<Rung> next) {
    return below.state() == State.PASSED
        ? next.get()
        : new Rung(step, State.NOT_REACHED, "Not reached", Optional.empty());
  }

  /// An eUICC without an enabled profile is reached although its SIM does not serve.
  private static Rung euicc(Snapshot snapshot, Rung sim) {
    boolean idle = snapshot.sim().value().filter(SimState.NO_PROFILE::equals).isPresent();
    if (sim.state() != State.PASSED && !(idle && sim.state() == State.FAILED)) {
      return new Rung(Step.EUICC, State.NOT_REACHED, "Not reached", Optional.empty());
    }
    return snapshot
        .card()
        .value()
        .map(said ->
            new Rung(
                Step.EUICC,
                said.euicc() ? State.PASSED : State.NOT_REACHED,
                said.words(),
                said.code()))
        .orElseGet(() -> new Rung(Step.EUICC, State.NOT_REACHED, "Not asked", Optional.empty()));
  }

  private static Rung modem(Snapshot snapshot) {
    return switch (snapshot.model()) {
      case Reading.Known<String> known ->
          passed(
              Step.MODEM,
              (snapshot.manufacturer().value().orElse("") + " " + known.fact()).strip());
      case Reading.Unavailable<String> none -> failed(Step.MODEM, none.why(), none.code());
      case Reading.NotAsked<String> _ -> waiting(Step.MODEM, "Not asked yet");
    };
  }

  private static Rung sim(Snapshot snapshot) {
    return switch (snapshot.sim()) {
      case Reading.Known<SimState> known -> sim(known.fact(), euicc(snapshot));
      case Reading.Unavailable<SimState> none -> failed(Step.SIM, none.why(), none.code());
      case Reading.NotAsked<SimState> _ -> waiting(Step.SIM, "Not asked yet");
    };
  }

  private static boolean euicc(Snapshot snapshot) {
    return snapshot.card().value().filter(CardAnswer::euicc).isPresent();
  }

  /// A modem finds no card where the eUICC it found before has no profile in use any more.
  private static Rung sim(SimState state, boolean euicc) {
    return switch (state) {
      case READY -> passed(Step.SIM, "The card is ready");
      case BUSY -> new Rung(Step.SIM, State.WAITING, "The card is starting", cme("14"));
      case PIN -> failed(Step.SIM, "The card asks for its PIN", cme("11"));
      case PUK -> failed(Step.SIM, "The PIN is blocked; the card asks for its PUK", cme("12"));
      case OTHER_LOCK -> failed(Step.SIM, "The card or device is locked", cme("5"));
      case ABSENT ->
          euicc
              ? failed(
                  Step.SIM,
                  "The modem finds no card: no profile of the eUICC is enabled, or it was pulled",
                  Optional.of(DeviceCodes.NO_PROFILE))
              : failed(Step.SIM, "No card is inserted", cme("10"));
      case FAILED -> failed(Step.SIM, "The card has failed or was refused", cme("13"));
      case NO_PROFILE ->
          failed(Step.SIM, "The eUICC has no enabled profile", Optional.of(DeviceCodes.NO_PROFILE));
    };
  }

  private static Rung registered(Snapshot snapshot) {
    if (snapshot.registration() instanceof Reading.Unavailable<List<Registration>> none) {
      return failed(Step.REGISTERED, none.why(), none.code());
    }
    List<Registration> all = snapshot.registration().value().orElse(List.of());
    if (all.isEmpty()) {
      return waiting(Step.REGISTERED, "Not asked yet");
    }
    if (snapshot.service().radioOff() && all.stream().noneMatch(r -> r.state().registered())) {
      return failed(
          Step.REGISTERED,
          "Not registered, +CFUN is " + snapshot.service().functionality().value().orElse(0),
          Optional.of(DeviceCodes.RADIO_OFF));
    }
    Optional<Registration> there = all.stream().filter(r -> r.state().registered()).findFirst();
    if (there.isPresent()) {
      String how = there.get().state() == Registration.State.HOME ? "home" : "roaming";
      return passed(
          Step.REGISTERED,
          "Registered, " + how + snapshot.operator().value().map(o -> ", " + o).orElse(""));
    }
    Optional<FaultCode> cause = all.stream().flatMap(r -> r.cause().stream()).findFirst();
    return all.stream().anyMatch(r -> r.state() == Registration.State.DENIED)
        ? failed(
            Step.REGISTERED,
            "The network refuses the registration" + snapshot.service().afterthought(),
            cause.or(() -> Optional.of(NOT_REGISTERED)))
        : unregistered(all, cause);
  }

  private static Rung unregistered(List<Registration> all, Optional<FaultCode> cause) {
    if (cause.isPresent()) {
      return failed(Step.REGISTERED, "Not registered; the network gave a cause", cause);
    }
    if (all.stream().anyMatch(r -> r.state() == Registration.State.SEARCHING)) {
      return waiting(Step.REGISTERED, "Searching for a network");
    }
    boolean emergency = all.stream().anyMatch(r -> r.state() == Registration.State.EMERGENCY);
    return failed(
        Step.REGISTERED,
        emergency ? "Emergency calls only" : "Not registered and not searching",
        Optional.of(NOT_REGISTERED));
  }

  private static Rung context(Snapshot snapshot) {
    if (snapshot.contexts() instanceof Reading.Unavailable<List<PacketContext>> none) {
      return failed(Step.CONTEXT, none.why(), none.code());
    }
    if (snapshot.contexts() instanceof Reading.NotAsked<List<PacketContext>>) {
      return waiting(Step.CONTEXT, "Not asked yet");
    }
    List<PacketContext> all = snapshot.contexts().value().orElse(List.of());
    Optional<PacketContext> live =
        all.stream().filter(c -> c.active() && !c.addresses().isEmpty()).findFirst();
    if (live.isPresent()) {
      return passed(
          Step.CONTEXT,
          "Context " + live.get().cid() + " is active with " + live.get().addresses().getFirst());
    }
    return all.stream().anyMatch(PacketContext::active)
        ? failed(
            Step.CONTEXT,
            "A context is active but has no address",
            Optional.of(DeviceCodes.NO_ADDRESS))
        : failed(
            Step.CONTEXT,
            "No context is active" + snapshot.service().afterthought(),
            Optional.of(DeviceCodes.NO_CONTEXT));
  }

  private static Rung ping(Optional<PingFound> ping) {
    return ping.map(found ->
            found.answered()
                ? passed(Step.PING, found.words())
                : failed(Step.PING, found.words(), found.code()))
        .orElseGet(() -> new Rung(Step.PING, State.NOT_REACHED, "Not asked", Optional.empty()));
  }

  private static Rung passed(Step step, String words) {
    return new Rung(step, State.PASSED, words, Optional.empty());
  }

  private static Rung failed(Step step, String words, Optional<FaultCode> code) {
    return new Rung(step, State.FAILED, words, code);
  }

  private static Rung waiting(Step step, String words) {
    return new Rung(step, State.WAITING, words, Optional.empty());
  }

  private static Optional<FaultCode> cme(String code) {
    return Optional.of(new FaultCode("cme", code));
  }
}
