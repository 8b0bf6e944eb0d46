package simwright.device;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.at.command.Radio;
import simwright.at.command.Registration;
import simwright.at.command.SimState;
import simwright.fault.FaultCode;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.identity.Imei;
import simwright.identity.Imsi;

/// Who a device is and how it does, at one moment. Immutable; each fact has its own age.
public record Snapshot(
    Instant at,
    Reading<String> manufacturer,
    Reading<String> model,
    Reading<String> revision,
    Reading<Make> make,
    Reading<Imei> imei,
    Reading<SimState> sim,
    Reading<Integer> pinTries,
    Reading<Integer> slot,
    Reading<Iccid> iccid,
    Reading<Imsi> imsi,
    Reading<Eid> eid,
    Reading<CardAnswer> card,
    Reading<List<Registration>> registration,
    Reading<String> operator,
    Reading<Radio> radio,
    Reading<String> bands,
    Reading<String> slice,
    Reading<List<PacketContext>> contexts,
    Reading<Double> temperatureCelsius,
    Reading<Double> supplyVolts,
    Reading<Integer> batteryPercent,
    Reading<String> clock,
    Service service,
    List<Rung> ladder) {
  /// Before anything was asked.
  public static Snapshot empty(Instant at) {
    return new Snapshot(
        at,
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Reading.notAsked(),
        Service.NOT_ASKED,
        List.of());
  }

  /// Whether a registration in any domain holds.
  public boolean registered() {
    return registration.value().stream()
        .flatMap(List::stream)
        .anyMatch(each -> each.state().registered());
  }

  /// The cause with which the network rejects the device, while it is registered nowhere.
  public Optional<FaultCode> reject() {
    return registered()
        ? Optional.empty()
        : registration.value().stream()
            .flatMap(List::stream)
            .filter(each -> each.state() == Registration.State.DENIED)
            .flatMap(each -> each.cause().stream())
            .findFirst();
  }

  /// The country code of the network here, while the profile in use is at home in it.
  public Optional<String> homeCountry() {
    boolean home =
        registration.value().stream()
            .flatMap(List::stream)
            .anyMatch(each -> each.state() == Registration.State.HOME);
    return home ? imsi.value().map(each -> each.value().substring(0, 3)) : Optional.empty();
  }

  /// Whether the modem finds no card, which an eUICC without an enabled profile looks like too.
  boolean lacksCard() {
    return sim.value().filter(SimState.ABSENT::equals).isPresent();
  }

  /// The same with another ladder.
  public Snapshot withLadder(List<Rung> rungs) {
    return with(model, sim, iccid, imsi, eid, card, rungs);
  }

  /// The same with another model.
  Snapshot withModel(Reading<String> other) {
    return with(other, sim, iccid, imsi, eid, card, ladder);
  }

  /// The same with another state of the card.
  Snapshot withSim(Reading<SimState> other) {
    return with(model, other, iccid, imsi, eid, card, ladder);
  }

  /// The same with another EID.
  Snapshot withEid(Reading<Eid> other) {
    return with(model, sim, iccid, imsi, other, card, ladder);
  }

  /// The same with what the card behind a modem said.
  Snapshot withCard(Reading<CardAnswer> other) {
    return with(model, sim, iccid, imsi, eid, other, ladder);
  }

  /// The same with what a card in a reader says: its kind stands for the model.
  Snapshot withReader(
      Reading<String> kind,
      Reading<Iccid> profile,
      Reading<Imsi> subscriber,
      Reading<Eid> identity,
      List<Rung> rungs) {
    return with(kind, sim, profile, subscriber, identity, card, rungs);
  }

  private Snapshot with(
      Reading<String> otherModel,
      Reading<SimState> otherSim,
      Reading<Iccid> otherIccid,
      Reading<Imsi> otherImsi,
      Reading<Eid> otherEid,
      Reading<CardAnswer> otherCard,
      List<Rung> rungs) {
    return new Snapshot(
        at,
        manufacturer,
        otherModel,
        revision,
        make,
        imei,
        otherSim,
        pinTries,
        slot,
        otherIccid,
        otherImsi,
        otherEid,
        otherCard,
        registration,
        operator,
        radio,
        bands,
        slice,
        contexts,
        temperatureCelsius,
        supplyVolts,
        batteryPercent,
        clock,
        service,
        rungs);
  }

  /// Whether it says the same as another one: card, registration, operator, contexts, and a
  /// strength that differs by less than 3 dB. Its ages, its clock and its temperature may differ.
  public boolean says(Snapshot other) {
    double strength = strength(this);
    double was = strength(other);
    return sim.value().equals(other.sim.value())
        && registration.value().equals(other.registration.value())
        && operator.value().equals(other.operator.value())
        && contexts.value().equals(other.contexts.value())
        && technology().equals(other.technology())
        && Math.abs(strength - was) < 3;
  }

  private static double strength(Snapshot snapshot) {
    return snapshot.radio.value().flatMap(Radio::strength).orElse(-200.0);
  }

  /// The radio figures there are, by name: rsrp and rssi in dBm, rsrq and sinr in dB; as the modem
  /// reports them.
  public Map<String, Double> signal() {
    Map<String, Double> figures = new LinkedHashMap<>();
    Radio known = radio.value().orElse(Radio.UNKNOWN);
    known.rsrpDbm().ifPresent(value -> figures.put("rsrp", value));
    known.rssiDbm().ifPresent(value -> figures.put("rssi", value));
    known.rsrqDb().ifPresent(value -> figures.put("rsrq", value));
    known.sinrDb().ifPresent(value -> figures.put("sinr", value));
    return figures;
  }

  /// The radio technology where it is known: as the signal, a registration or the operator names
  /// it.
  public Optional<String> technology() {
    return radio
        .value()
        .flatMap(Radio::technology)
        .or(() ->
            registration.value().orElse(List.of()).stream()
                .filter(each -> each.state().registered())
                .flatMap(each -> each.technology().stream())
                .findFirst());
  }
}
