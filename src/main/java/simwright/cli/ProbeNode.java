package simwright.cli;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import simwright.at.command.Radio;
import simwright.at.command.ReadCounters;
import simwright.at.command.Registration;
import simwright.catalog.provider.NetworkName;
import simwright.device.Attachment;
import simwright.device.CardAnswer;
import simwright.device.PacketContext;
import simwright.device.Reading;
import simwright.device.Rung;
import simwright.device.Snapshot;
import simwright.identity.Identifier;
import simwright.identity.Plmn;
import simwright.runbook.Entry;
import simwright.runbook.Runbook;

/// What `probe --json` prints of a device; what is not known is null, and `readAt` says how old the
/// rest is.
final class ProbeNode {
  private static final Runbook RUNBOOK = Runbook.shipped();

  private ProbeNode() {}

  static Map<String, Object> of(Attachment found) {
    Snapshot s = found.snapshot();
    Map<String, Object> node = new LinkedHashMap<>();
    Map<String, Object> ages = new LinkedHashMap<>();
    put(node, ages, "manufacturer", s.manufacturer());
    put(node, ages, "model", s.model());
    put(node, ages, "revision", s.revision());
    put(node, ages, "imei", value(s.imei()));
    put(node, ages, "imsi", value(s.imsi()));
    put(node, ages, "iccid", value(s.iccid()));
    put(node, ages, "eid", value(s.eid()));
    put(node, ages, "euicc", map(s.card(), ProbeNode::card));
    put(node, ages, "sim", map(s.sim(), state -> lower(state.name())));
    put(node, ages, "pinTries", s.pinTries());
    put(node, ages, "slot", s.slot());
    put(node, ages, "registration", map(s.registration(), ProbeNode::registrations));
    put(node, ages, "operator", s.operator());
    node.put("technology", s.technology().orElse(null));
    put(node, ages, "slice", s.slice());
    put(node, ages, "bands", s.bands());
    put(node, ages, "signal", map(s.radio(), ProbeNode::signal));
    put(node, ages, "contexts", map(s.contexts(), ProbeNode::contexts));
    put(node, ages, "temperatureCelsius", s.temperatureCelsius());
    put(node, ages, "supplyVolts", s.supplyVolts());
    put(node, ages, "batteryPercent", s.batteryPercent());
    put(node, ages, "clock", s.clock());
    put(node, ages, "functionality", s.service().functionality());
    put(node, ages, "attached", s.service().attached());
    put(node, ages, "counters", map(s.service().counters(), ProbeNode::counters));
    put(node, ages, "lastError", s.service().lastError());
    put(node, ages, "forbiddenNetworks", map(s.service().forbidden(), ProbeNode::networks));
    node.put("hardwareProfile", found.hardwareProfile().orElse(null));
    node.put("link", found.port().address().toString());
    node.put("transcript", found.transcript().orElse(null));
    node.put("simulated", found.simulated());
    node.put("readAt", ages);
    node.put("ladder", s.ladder().stream().map(ProbeNode::rung).toList());
    return node;
  }

  /// What the network is called, and who says so.
  static Map<String, Object> network(NetworkName name) {
    Map<String, Object> node = new LinkedHashMap<>();
    node.put("name", name.name());
    node.put("country", name.country());
    node.put("number", name.number());
    node.put("source", name.source());
    node.put("date", name.directory().map(Object::toString).orElse(null));
    return node;
  }

  /// What the runbook says about a rung that does not hold.
  static Optional<Entry> entry(Rung rung) {
    return rung.code().flatMap(RUNBOOK::entry);
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void put(
      Map<String, Object> node, Map<String, Object> ages, String key, Reading<?> reading) {
    node.put(key, reading.value().map(Object.class::cast).orElse(null));
    if (reading instanceof Reading.Known<?>(Object _, Instant at)) {
      ages.put(key, at.toString());
    }
  }

  private interface Words<T> {
    Object of(T value);
  }

  private static <T> Reading<Object> map(Reading<T> reading, Words<T> words) {
    return switch (reading) {
      case Reading.Known<T> known -> new Reading.Known<>(words.of(known.fact()), known.at());
      case Reading.Unavailable<T> none ->
          new Reading.Unavailable<>(none.why(), none.code(), none.at());
      case Reading.NotAsked<T> _ -> Reading.notAsked();
    };
  }

  private static Reading<Object> value(Reading<? extends Identifier> reading) {
    return map(reading, Identifier::value);
  }

  private static List<Map<String, Object>> registrations(List<Registration> all) {
    return all.stream()
        .map(r -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("domain", lower(r.domain().name()));
          one.put("state", lower(r.state().name()));
          one.put("technology", r.technology().orElse(null));
          one.put("cause", r.cause().map(Object::toString).orElse(null));
          return one;
        })
        .toList();
  }

  private static Map<String, Object> signal(Radio radio) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("technology", radio.technology().orElse(null));
    one.put("rssiDbm", radio.rssiDbm().orElse(null));
    one.put("rsrpDbm", radio.rsrpDbm().orElse(null));
    one.put("rsrqDb", radio.rsrqDb().orElse(null));
    one.put("sinrDb", radio.sinrDb().orElse(null));
    return one;
  }

  private static List<String> networks(List<Plmn> all) {
    return all.stream().map(plmn -> plmn.mcc() + "/" + plmn.mnc()).toList();
  }

  private static Map<String, Object> card(CardAnswer said) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("reached", said.euicc());
    one.put("words", said.words());
    one.put("code", said.code().map(Object::toString).orElse(null));
    return one;
  }

  private static Map<String, Object> counters(ReadCounters.Counters bytes) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("sentBytes", bytes.sent());
    one.put("receivedBytes", bytes.received());
    return one;
  }

  private static List<Map<String, Object>> contexts(List<PacketContext> all) {
    return all.stream()
        .map(c -> {
          Map<String, Object> one = new LinkedHashMap<>();
          one.put("cid", c.cid());
          one.put("type", c.type());
          one.put("apn", c.apn());
          one.put("active", c.active());
          one.put("addresses", c.addresses());
          return one;
        })
        .toList();
  }

  private static Map<String, Object> rung(Rung rung) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("step", lower(rung.step().name()));
    one.put("state", lower(rung.state().name()));
    one.put("words", rung.words());
    one.put("code", rung.code().map(Object::toString).orElse(null));
    one.put("next", entry(rung).map(Entry::next).orElse(null));
    return one;
  }
}
