package simwright.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import simwright.at.command.Radio;
import simwright.at.command.Registration;
import simwright.at.command.SimState;
import simwright.device.handset.HandsetCodes;
import simwright.device.handset.HandsetReading;
import simwright.device.handset.SlotReading;
import simwright.device.handset.Told;
import simwright.fault.FaultCode;
import simwright.identity.Imei;

/// What a handset told, as a snapshot: of the slot that carries data, with all slots in words. What
/// it does not allow to be read is not known and no failure.
final class HandsetProbe {
  private static final int RADIO_OFF = 4;

  private final HandsetReading read;
  private final Instant now;

  private HandsetProbe(HandsetReading read, Instant now) {
    this.read = read;
    this.now = now;
  }

  static Snapshot snapshot(HandsetReading read, Instant now) {
    return new HandsetProbe(read, now).snapshot();
  }

  private Snapshot snapshot() {
    Optional<SlotReading> main = read.main();
    return new Snapshot(
        now,
        known(read.maker()),
        known(read.model()),
        known(revision()),
        known(make()),
        told(read.imei(), digits -> Optional.of(new Imei(digits))),
        main.map(each -> sim(each.card())).orElseGet(() -> missing("the handset tells no slot")),
        Reading.notAsked(),
        known(main.map(each -> each.slot() + 1)),
        kept(),
        kept(),
        kept(),
        card(),
        main.map(this::registration).orElseGet(Reading::notAsked),
        known(main.flatMap(each -> each.operator().or(each::plmn))),
        main.map(this::radio).orElseGet(Reading::notAsked),
        Reading.notAsked(),
        Reading.notAsked(),
        told(read.bearers(), all -> Optional.of(contexts(all))),
        told(read.battery(), HandsetReading.Battery::celsius),
        told(read.battery(), HandsetReading.Battery::volts),
        told(read.battery(), HandsetReading.Battery::percent),
        Reading.notAsked(),
        service(),
        List.of());
  }

  private Optional<String> revision() {
    return read.release()
        .map(release -> "Android " + release + read.build().map(id -> " " + id).orElse(""));
  }

  private Optional<Make> make() {
    return read.hardware().isEmpty() && read.language().isEmpty()
        ? Optional.empty()
        : Optional.of(new Make(read.hardware(), read.language()));
  }

  private Reading<CardAnswer> card() {
    if (read.slots().isEmpty()) {
      return Reading.notAsked();
    }
    String slots = read.slots().stream().map(SlotReading::words).collect(Collectors.joining("; "));
    return new Reading.Known<>(
        new CardAnswer(false, "The handset keeps its cards to itself; " + slots, Optional.empty()),
        now);
  }

  private Reading<SimState> sim(String state) {
    Optional<SimState> meant =
        switch (state) {
          case "LOADED", "READY", "IMSI" -> Optional.of(SimState.READY);
          case "PIN_REQUIRED" -> Optional.of(SimState.PIN);
          case "PUK_REQUIRED" -> Optional.of(SimState.PUK);
          case "NETWORK_LOCKED" -> Optional.of(SimState.OTHER_LOCK);
          case "ABSENT" -> Optional.of(SimState.ABSENT);
          case "NOT_READY" -> Optional.of(SimState.BUSY);
          case "PERM_DISABLED", "CARD_IO_ERROR", "CARD_RESTRICTED" -> Optional.of(SimState.FAILED);
          default -> Optional.empty();
        };
    return meant
        .<Reading<SimState>>map(each -> new Reading.Known<>(each, now))
        .orElseGet(() -> missing("the handset does not tell the state of its card"));
  }

  private boolean flight() {
    return read.flight().fact().orElse(false);
  }

  private Reading<List<Registration>> registration(SlotReading slot) {
    Registration.State state = state(slot);
    if (flight() && !state.registered()) {
      return new Reading.Unavailable<>(
          "Flight mode is on", Optional.of(DeviceCodes.RADIO_OFF), now);
    }
    if (slot.registration().isEmpty()) {
      return missing("the handset does not tell its registration");
    }
    Registration.Domain domain = domain(slot.technology().orElse(""));
    return new Reading.Known<>(
        List.of(
            new Registration(
                domain,
                number(state),
                state,
                slot.technology(),
                Optional.empty(),
                Optional.empty(),
                slot.cause().map(cause -> cause(domain, cause)))),
        now);
  }

  /// Android tells who searches and who does not by one word.
  private static Registration.State state(SlotReading slot) {
    return switch (slot.registration().orElse("")) {
      case "HOME" -> slot.roaming() ? Registration.State.ROAMING : Registration.State.HOME;
      case "ROAMING" -> Registration.State.ROAMING;
      case "DENIED" -> Registration.State.DENIED;
      case "NOT_REG_OR_SEARCHING", "NOT_REG_SEARCHING" -> Registration.State.SEARCHING;
      case "EMERGENCY" -> Registration.State.EMERGENCY;
      default -> Registration.State.UNKNOWN;
    };
  }

  /// As +CREG numbers it (3GPP TS 27.007 clause 7.2).
  private static int number(Registration.State state) {
    return switch (state) {
      case OFF -> 0;
      case HOME -> 1;
      case SEARCHING -> 2;
      case DENIED -> 3;
      case UNKNOWN -> 4;
      case ROAMING -> 5;
      case EMERGENCY -> 8;
    };
  }

  private static Registration.Domain domain(String technology) {
    return switch (technology) {
      case "NR", "NR_SA" -> Registration.Domain.FIVE_GS;
      case "LTE", "LTE_CA", "NR_NSA", "" -> Registration.Domain.EPS;
      default -> Registration.Domain.PS;
    };
  }

  private static FaultCode cause(Registration.Domain domain, int number) {
    String layer =
        switch (domain) {
          case FIVE_GS -> "5gmm";
          case EPS -> "emm";
          case PS, CS -> "gmm";
        };
    return new FaultCode(layer, Integer.toString(number));
  }

  private Reading<Radio> radio(SlotReading slot) {
    SlotReading.Strength signal = slot.signal();
    return signal.equals(SlotReading.Strength.NONE)
        ? missing("the handset hears no cell")
        : new Reading.Known<>(
            new Radio(
                slot.technology(),
                signal.rssi(),
                signal.rsrp(),
                signal.rsrq(),
                signal.sinr(),
                Optional.empty(),
                Optional.empty()),
            now);
  }

  private static List<PacketContext> contexts(List<HandsetReading.Bearer> bearers) {
    List<PacketContext> all = new ArrayList<>();
    for (HandsetReading.Bearer each : bearers) {
      boolean six = each.addresses().stream().anyMatch(address -> address.contains(":"));
      boolean four = each.addresses().stream().anyMatch(address -> !address.contains(":"));
      String type = six && four ? "IPV4V6" : six ? "IPV6" : "IP";
      all.add(
          new PacketContext(all.size() + 1, type, each.apn().orElse(""), true, each.addresses()));
    }
    return List.copyOf(all);
  }

  private Service service() {
    return new Service(
        told(read.flight(), on -> Optional.of(on ? RADIO_OFF : 1)),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked());
  }

  /// ICCID, IMSI and EID are kept from everyone but the system since Android 10.
  private <T> Reading<T> kept() {
    return new Reading.Unavailable<>(
        "a handset tells it to the system alone", Optional.of(HandsetCodes.PERMISSION), now);
  }

  private <T> Reading<T> known(Optional<T> fact) {
    return fact.<Reading<T>>map(each -> new Reading.Known<>(each, now))
        .orElseGet(() -> missing("the handset does not tell it"));
  }

  private <W, T> Reading<T> told(Told<W> whole, Function<W, Optional<T>> part) {
    Optional<T> fact = whole.fact().flatMap(part);
    if (fact.isPresent()) {
      return new Reading.Known<>(fact.get(), now);
    }
    String why =
        whole.why().filter(HandsetCodes.PERMISSION::equals).isPresent()
            ? "the handset does not allow it"
            : "the handset does not offer it";
    return new Reading.Unavailable<>(why, whole.why(), now);
  }

  private <T> Reading<T> missing(String why) {
    return new Reading.Unavailable<>(why, Optional.empty(), now);
  }
}
