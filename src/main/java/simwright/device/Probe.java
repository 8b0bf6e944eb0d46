package simwright.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import simwright.at.Answer;
import simwright.at.AtCodes;
import simwright.at.AtCommand;
import simwright.at.AtEngine;
import simwright.at.command.Commands;
import simwright.at.command.Manufacturer;
import simwright.at.command.Model;
import simwright.at.command.Radio;
import simwright.at.command.ReadAddresses;
import simwright.at.command.ReadContextStates;
import simwright.at.command.ReadContexts;
import simwright.at.command.ReadOperator;
import simwright.at.command.ReadSupply;
import simwright.at.command.Registration;
import simwright.at.command.ReportCauses;
import simwright.at.command.SimState;
import simwright.fault.FaultCode;
import simwright.hardware.HardwareProfile;
import simwright.identity.Iccid;
import simwright.identity.Imei;
import simwright.identity.Imsi;
import simwright.time.Time;

/// Asks a device who it is and how it does, by the commands of its hardware profile in their order.
/// What a device does not support is said, never guessed.
final class Probe {
  private final AtEngine engine;
  private final HardwareProfile profile;
  private final Time time;

  Probe(AtEngine engine, HardwareProfile profile, Time time) {
    this.engine = engine;
    this.profile = profile;
    this.time = time;
  }

  /// Maker and model, as any modem tells them.
  static Optional<String[]> whoIsThere(AtEngine engine) {
    Optional<String> maker = engine.send(new Manufacturer()).value();
    Optional<String> model = engine.send(new Model()).value();
    return model.map(m -> new String[] {maker.orElse(""), m});
  }

  /// Everything.
  Snapshot all() {
    for (String name : List.of("+CEREG", "+CGREG", "+CREG")) {
      Answer<Boolean> unused = engine.send(new ReportCauses(name, 3));
    }
    Reading<SimState> sim = sim();
    boolean ready = sim.value().map(state -> state == SimState.READY).orElse(false);
    Reading<Integer> tries = ready ? Reading.notAsked() : first("pin_tries", Integer.class);
    return new Snapshot(
        time.now(),
        first("manufacturer", String.class),
        first("model", String.class),
        first("firmware", String.class),
        first("imei", Imei.class),
        sim,
        tries,
        Reading.notAsked(),
        ready ? first("iccid", Iccid.class) : Reading.notAsked(),
        ready ? first("imsi", Imsi.class) : Reading.notAsked(),
        registrations(),
        operator(),
        radio(),
        Reading.notAsked(),
        Reading.notAsked(),
        contexts(),
        first("temperature", Double.class),
        supply(s -> s.volts()),
        supply(s -> s.percent()),
        first("clock", String.class),
        List.of());
  }

  /// What changes from moment to moment; the rest is taken over from an earlier snapshot.
  Snapshot again(Snapshot old) {
    Reading<SimState> sim = sim();
    boolean ready = sim.value().map(state -> state == SimState.READY).orElse(false);
    boolean was = old.sim().value().map(state -> state == SimState.READY).orElse(false);
    boolean fresh = ready && !was;
    return new Snapshot(
        time.now(),
        old.manufacturer(),
        old.model(),
        old.revision(),
        old.imei(),
        sim,
        ready ? Reading.notAsked() : first("pin_tries", Integer.class),
        old.slot(),
        fresh ? first("iccid", Iccid.class) : ready ? old.iccid() : Reading.notAsked(),
        fresh ? first("imsi", Imsi.class) : ready ? old.imsi() : Reading.notAsked(),
        registrations(),
        operator(),
        radio(),
        old.bands(),
        old.slice(),
        contexts(),
        first("temperature", Double.class),
        supply(s -> s.volts()),
        supply(s -> s.percent()),
        first("clock", String.class),
        List.of());
  }

  private Reading<SimState> sim() {
    Reading<SimState> said = first("sim_state", SimState.class);
    if (said instanceof Reading.Unavailable<SimState> none && none.code().isPresent()) {
      Optional<SimState> meant =
          switch (none.code().get().toString()) {
            case "cme/10" -> Optional.of(SimState.ABSENT);
            case "cme/13", "cme/15" -> Optional.of(SimState.FAILED);
            case "cme/14" -> Optional.of(SimState.BUSY);
            case "cme/11" -> Optional.of(SimState.PIN);
            case "cme/12" -> Optional.of(SimState.PUK);
            default -> Optional.empty();
          };
      if (meant.isPresent()) {
        return new Reading.Known<>(meant.get(), time.now());
      }
    }
    return said;
  }

  private Reading<List<Registration>> registrations() {
    List<Registration> all = new ArrayList<>();
    Reading<List<Registration>> last = Reading.notAsked();
    for (String text : profile.slot("registration")) {
      Reading<Registration> one = ask(text, Registration.class);
      switch (one) {
        case Reading.Known<Registration> known -> all.add(known.fact());
        case Reading.Unavailable<Registration> none ->
            last = new Reading.Unavailable<>(none.why(), none.code(), none.at());
        case Reading.NotAsked<Registration> _ -> {}
      }
    }
    return all.isEmpty() ? last : new Reading.Known<>(List.copyOf(all), time.now());
  }

  private Reading<String> operator() {
    Reading<ReadOperator.Operator> said = first("operator", ReadOperator.Operator.class);
    return switch (said) {
      case Reading.Known<ReadOperator.Operator> known ->
          known
              .fact()
              .name()
              .<Reading<String>>map(name -> new Reading.Known<>(name, known.at()))
              .orElseGet(() -> new Reading.Unavailable<>("none", Optional.empty(), known.at()));
      case Reading.Unavailable<ReadOperator.Operator> none ->
          new Reading.Unavailable<>(none.why(), none.code(), none.at());
      case Reading.NotAsked<ReadOperator.Operator> _ -> Reading.notAsked();
    };
  }

  /// The first command of the slot that tells a strength; the next ones fill what is missing.
  private Reading<Radio> radio() {
    Radio best = Radio.UNKNOWN;
    Reading<Radio> last = Reading.notAsked();
    for (String text : profile.slot("signal")) {
      Reading<Radio> said = ask(text, Radio.class);
      last = said;
      if (said.value().isPresent()) {
        best = best.filledFrom(said.value().get());
        if (best.strength().isPresent()) {
          break;
        }
      }
    }
    return best.equals(Radio.UNKNOWN) ? last : new Reading.Known<>(best, time.now());
  }

  private Reading<List<PacketContext>> contexts() {
    Answer<List<ReadContexts.Defined>> defined = engine.send(new ReadContexts());
    if (defined.value().isEmpty()) {
      return unavailable(defined);
    }
    Map<Integer, Boolean> states =
        engine.send(new ReadContextStates()).value().orElse(new LinkedHashMap<>());
    Map<Integer, List<String>> addresses =
        engine.send(new ReadAddresses()).value().orElse(new LinkedHashMap<>());
    return new Reading.Known<>(
        defined.value().get().stream()
            .map(d ->
                new PacketContext(
                    d.cid(),
                    d.type(),
                    d.apn(),
                    states.getOrDefault(d.cid(), false),
                    addresses.getOrDefault(d.cid(), List.of())))
            .toList(),
        time.now());
  }

  private <T> Reading<T> supply(Function<ReadSupply.Supply, Optional<T>> part) {
    Reading<ReadSupply.Supply> said = first("voltage", ReadSupply.Supply.class);
    return switch (said) {
      case Reading.Known<ReadSupply.Supply> known ->
          part.apply(known.fact())
              .<Reading<T>>map(value -> new Reading.Known<>(value, known.at()))
              .orElseGet(() ->
                  new Reading.Unavailable<>(
                      "the device does not tell it", Optional.empty(), known.at()));
      case Reading.Unavailable<ReadSupply.Supply> none ->
          new Reading.Unavailable<>(none.why(), none.code(), none.at());
      case Reading.NotAsked<ReadSupply.Supply> _ -> Reading.notAsked();
    };
  }

  /// The first command of a slot that gives a value; else why the last one did not.
  private <T> Reading<T> first(String slot, Class<T> type) {
    Reading<T> last = Reading.notAsked();
    for (String text : profile.slot(slot)) {
      last = ask(text, type);
      if (last instanceof Reading.Known<T>) {
        return last;
      }
    }
    return last;
  }

  private <T> Reading<T> ask(String text, Class<T> type) {
    Optional<AtCommand<?>> command = Commands.of(text);
    if (command.isEmpty()) {
      return new Reading.Unavailable<>(
          "no command of this name is known: " + text, Optional.of(AtCodes.UNPARSED), time.now());
    }
    Answer<?> answer = engine.send(command.get());
    Optional<?> value = answer.value();
    if (value.isPresent() && type.isInstance(value.get())) {
      return new Reading.Known<>(type.cast(value.get()), time.now());
    }
    return unavailable(answer);
  }

  private <T> Reading<T> unavailable(Answer<?> answer) {
    Instant now = time.now();
    Optional<FaultCode> code = answer.code();
    String why =
        answer instanceof Answer.Unparsed<?>
            ? "the answer has a shape nobody has seen"
            : answer.exchange().command() + " is answered by " + answer.exchange().result().text();
    return new Reading.Unavailable<>(why, code, now);
  }
}
