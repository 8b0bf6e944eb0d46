package simwright.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import simwright.at.Answer;
import simwright.at.AtCodes;
import simwright.at.AtCommand;
import simwright.at.command.Commands;
import simwright.at.command.Radio;
import simwright.at.command.ReadAddresses;
import simwright.at.command.ReadCardFile;
import simwright.at.command.ReadContextParameters;
import simwright.at.command.ReadContextStates;
import simwright.at.command.ReadContexts;
import simwright.at.command.ReadCounters;
import simwright.at.command.ReadOperator;
import simwright.at.command.ReadSlices;
import simwright.at.command.ReadSupply;
import simwright.at.command.Registration;
import simwright.at.command.SimState;
import simwright.fault.FaultCode;
import simwright.hardware.HardwareProfile;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.identity.Imei;
import simwright.identity.Imsi;
import simwright.identity.Plmn;
import simwright.time.Time;

/// Asks a device who it is and how it does, by the commands of its hardware profile in their order.
/// What a device does not support is said, never guessed.
final class Probe {
  private final Asking asking;
  private final HardwareProfile profile;
  private final Time time;

  /// What was answered in this reading, so that nothing is asked twice.
  private final Map<String, Answer<?>> answers = new HashMap<>();

  Probe(Asking asking, HardwareProfile profile, Time time) {
    this.asking = asking;
    this.profile = profile;
    this.time = time;
  }

  /// Everything.
  Snapshot all() {
    for (String text : profile.slot("registration")) {
      asking.change(text.replace("?", "=3"));
    }
    Snapshot fresh =
        new Snapshot(
            time.now(),
            first("manufacturer", String.class),
            first("model", String.class),
            first("firmware", String.class),
            part(first("hardware", String.class), Make::of),
            first("imei", Imei.class),
            Reading.notAsked(),
            Reading.notAsked(),
            first("slot", Integer.class),
            Reading.notAsked(),
            Reading.notAsked(),
            first("eid", Eid.class),
            Reading.notAsked(),
            Reading.notAsked(),
            Reading.notAsked(),
            Reading.notAsked(),
            bands(),
            Reading.notAsked(),
            Reading.notAsked(),
            Reading.notAsked(),
            Reading.notAsked(),
            Reading.notAsked(),
            Reading.notAsked(),
            Service.NOT_ASKED,
            List.of());
    return again(fresh);
  }

  /// What changes from moment to moment; the rest is taken over from an earlier snapshot.
  Snapshot again(Snapshot old) {
    Reading<SimState> sim = idle(old, sim());
    boolean ready = is(sim, SimState.READY);
    boolean fresh = ready && !is(old.sim(), SimState.READY);
    Reading<List<Registration>> registrations = registrations();
    Reading<Radio> radio = radio();
    Reading<List<PacketContext>> contexts = contexts();
    return new Snapshot(
        time.now(),
        old.manufacturer(),
        old.model(),
        old.revision(),
        old.make(),
        old.imei(),
        sim,
        ready ? Reading.notAsked() : first("pin_tries", Integer.class),
        old.slot(),
        fresh ? first("iccid", Iccid.class) : ready ? old.iccid() : Reading.notAsked(),
        fresh ? first("imsi", Imsi.class) : ready ? old.imsi() : Reading.notAsked(),
        old.eid(),
        old.card(),
        registrations,
        operator(),
        radio,
        old.bands(),
        slice(registrations),
        contexts,
        first("temperature", Double.class),
        part(supply("voltage"), ReadSupply.Supply::volts),
        part(
            profile.slot("battery").isEmpty() ? supply("voltage") : supply("battery"),
            ReadSupply.Supply::percent),
        first("clock", String.class),
        service(ready, registrations, contexts),
        List.of());
  }

  /// A modem that still finds no card, where the card itself has said why, is not believed more
  /// than the card.
  private static Reading<SimState> idle(Snapshot old, Reading<SimState> told) {
    return is(told, SimState.ABSENT) && is(old.sim(), SimState.NO_PROFILE) ? old.sim() : told;
  }

  /// A device without commands for registration, such as a handset whose radio has another master,
  /// is not asked.
  private Service service(
      boolean ready,
      Reading<List<Registration>> registrations,
      Reading<List<PacketContext>> contexts) {
    if (profile.slot("registration").isEmpty()) {
      return Service.NOT_ASKED;
    }
    boolean served =
        registrations.value().orElse(List.of()).stream().anyMatch(r -> r.state().registered());
    boolean active = contexts.value().orElse(List.of()).stream().anyMatch(PacketContext::active);
    return new Service(
        ask("AT+CFUN?", Integer.class),
        ask("AT+CGATT?", Boolean.class),
        active ? first("data_counters", ReadCounters.Counters.class) : Reading.notAsked(),
        served && active ? Reading.notAsked() : ask("AT+CEER", String.class),
        served || !ready ? Reading.notAsked() : forbidden());
  }

  /// The networks the card has learnt not to try again (3GPP TS 31.102 clause 4.2.16); four at
  /// least.
  private Reading<List<Plmn>> forbidden() {
    String text = ReadCardFile.binary(ReadCardFile.EF_FPLMN, 12).text();
    return part(
        ask(text, ReadCardFile.Content.class),
        content ->
            content.done() ? Optional.of(ReadCardFile.forbidden(content)) : Optional.empty());
  }

  /// All settings of the family's band commands, each by the name of its technology where the
  /// profile tells the coding.
  private Reading<String> bands() {
    Map<String, String> told = new LinkedHashMap<>();
    Reading<String> last = Reading.notAsked();
    for (String text : profile.slot("bands")) {
      last = ask(text, String.class);
      last.value().ifPresent(said -> told.put(text, said));
    }
    return told.isEmpty()
        ? last
        : new Reading.Known<>(BandNames.of(told, profile.bands()), time.now());
  }

  private static boolean is(Reading<SimState> reading, SimState state) {
    return reading.value().filter(state::equals).isPresent();
  }

  /// The slices that are allowed, else the default ones; asked only where there is 5GS.
  private Reading<String> slice(Reading<List<Registration>> registrations) {
    boolean there =
        registrations.value().orElse(List.of()).stream()
            .anyMatch(r -> r.domain() == Registration.Domain.FIVE_GS && r.state().registered());
    if (!there) {
      return Reading.notAsked();
    }
    return part(
        ask("AT+C5GNSSAIRDP=3", ReadSlices.Slices.class),
        slices -> {
          List<String> told = slices.allowed().isEmpty() ? slices.defaults() : slices.allowed();
          return told.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", told));
        });
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
    return part(first("operator", ReadOperator.Operator.class), ReadOperator.Operator::name);
  }

  /// The first command of the slot that tells a strength; the next ones fill what is missing. A
  /// device that understood the question and hears nothing says so.
  private Reading<Radio> radio() {
    Radio best = Radio.UNKNOWN;
    Reading<Radio> why = Reading.notAsked();
    boolean understood = false;
    for (String text : profile.slot("signal")) {
      Reading<Radio> said = ask(text, Radio.class);
      if (said.value().isPresent()) {
        understood = true;
        best = best.filledFrom(said.value().get());
        if (best.strength().isPresent()) {
          break;
        }
      } else {
        why = said;
      }
    }
    if (!best.equals(Radio.UNKNOWN)) {
      return new Reading.Known<>(best, time.now());
    }
    return understood
        ? new Reading.Unavailable<>("the device hears no cell", Optional.empty(), time.now())
        : why;
  }

  private Reading<List<PacketContext>> contexts() {
    Answer<List<ReadContexts.Defined>> defined = asking.send(new ReadContexts());
    if (defined.value().isEmpty()) {
      return unavailable(defined);
    }
    Map<Integer, Boolean> states =
        asking.send(new ReadContextStates()).value().orElse(new LinkedHashMap<>());
    Map<Integer, List<String>> addresses = addresses(states);
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

  /// By +CGPADDR; for an active context that it leaves out, by +CGCONTRDP.
  private Map<Integer, List<String>> addresses(Map<Integer, Boolean> states) {
    Map<Integer, List<String>> all =
        new LinkedHashMap<>(asking.send(new ReadAddresses()).value().orElse(Map.of()));
    boolean complete =
        states.entrySet().stream()
            .filter(Map.Entry::getValue)
            .allMatch(each -> !all.getOrDefault(each.getKey(), List.of()).isEmpty());
    if (!complete) {
      asking.send(new ReadContextParameters()).value().orElse(List.of()).stream()
          .filter(given -> given.address().isPresent())
          .forEach(given -> all.merge(given.cid(), List.of(given.address().get()), Probe::joined));
    }
    return all;
  }

  private static List<String> joined(List<String> one, List<String> other) {
    return Stream.concat(one.stream(), other.stream()).distinct().toList();
  }

  private Reading<ReadSupply.Supply> supply(String slot) {
    return first(slot, ReadSupply.Supply.class);
  }

  /// A part of what was told.
  private static <W, T> Reading<T> part(Reading<W> whole, Function<W, Optional<T>> part) {
    return switch (whole) {
      case Reading.Known<W> known ->
          part.apply(known.fact())
              .<Reading<T>>map(value -> new Reading.Known<>(value, known.at()))
              .orElseGet(() ->
                  new Reading.Unavailable<>(
                      "the device does not tell it", Optional.empty(), known.at()));
      case Reading.Unavailable<W> none ->
          new Reading.Unavailable<>(none.why(), none.code(), none.at());
      case Reading.NotAsked<W> _ -> Reading.notAsked();
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
    Optional<AtCommand<?>> command = Commands.of(text, profile.units());
    if (command.isEmpty()) {
      return new Reading.Unavailable<>(
          "no command of this name is known: " + text, Optional.of(AtCodes.UNPARSED), time.now());
    }
    Answer<?> answer = answers.get(text);
    if (answer == null) {
      answer = asking.send(command.get());
      answers.put(text, answer);
    }
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
