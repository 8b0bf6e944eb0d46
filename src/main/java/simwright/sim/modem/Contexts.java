package simwright.sim.modem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The packet data contexts: definitions that stay, activity that ends with the registration, bytes
/// counted since the start.
final class Contexts {
  private static final String HOME = "192.0.2.";
  private static final String OTHER = "198.51.100.";
  private static final String SIX = "32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.";

  /// A definition, the user it authenticates, and its addresses while it is active.
  record Entry(String type, String apn, boolean active, List<String> addresses, String user) {
    Entry idle() {
      return new Entry(type, apn, false, List.of(), user);
    }
  }

  private final Map<Integer, Entry> entries = new TreeMap<>();
  private final Consumer<String> events;
  private final int first;
  private boolean attached;
  private boolean withoutAddress;
  private String block = HOME;
  private boolean counting = true;
  private long sent;
  private long received;

  /// `first` is the context that the attach activates; `events` takes what +CGEV reports.
  Contexts(int first, Consumer<String> events) {
    this.first = first;
    this.events = events;
    entries.put(first, new Entry("IPV4V6", "internet", false, List.of(), ""));
  }

  boolean attached() {
    return attached;
  }

  int first() {
    return first;
  }

  /// Whose addresses contexts get from now on: each operator has a block of its own (RFC 5737).
  void of(boolean home) {
    block = home ? HOME : OTHER;
  }

  /// From now on contexts get no address.
  void withoutAddress(boolean none) {
    withoutAddress = none;
  }

  /// The network attaches the modem and activates the default context.
  void attach() {
    attached = true;
    activate(first);
  }

  void dropAll() {
    if (attached) {
      events.accept("ME DETACH");
    }
    attached = false;
    entries.replaceAll((cid, old) -> old.idle());
  }

  /// Defines a context; an active one keeps its address until it is activated anew.
  void define(int cid, String type, String apn) {
    Entry old = entries.getOrDefault(cid, new Entry("", "", false, List.of(), ""));
    entries.put(
        cid, new Entry(type.isEmpty() ? "IP" : type, apn, old.active(), old.addresses(), ""));
  }

  /// Forgets a definition; false while it is active.
  boolean forget(int cid) {
    if (active(cid)) {
      return false;
    }
    entries.remove(cid);
    return true;
  }

  /// The contexts that are defined.
  List<Integer> defined() {
    return List.copyOf(entries.keySet());
  }

  /// How a context authenticates: the method and the user; the password is not kept.
  void authenticate(int cid, String user) {
    entries.computeIfPresent(
        cid, (key, old) -> new Entry(old.type(), old.apn(), old.active(), old.addresses(), user));
  }

  Optional<Entry> entry(int cid) {
    return Optional.ofNullable(entries.get(cid));
  }

  boolean defined(int cid) {
    return entries.containsKey(cid);
  }

  boolean active(int cid) {
    return entry(cid).map(Entry::active).orElse(false);
  }

  void activate(int cid) {
    if (defined(cid) && !active(cid)) {
      entries.computeIfPresent(
          cid,
          (number, old) ->
              new Entry(old.type(), old.apn(), true, addresses(number, old.type()), old.user()));
      events.accept("ME PDN ACT " + cid);
    }
  }

  void deactivate(int cid) {
    if (active(cid)) {
      entries.computeIfPresent(cid, (number, old) -> old.idle());
      events.accept("ME PDN DEACT " + cid);
    }
  }

  /// Bytes that went over a context.
  void count(long up, long down) {
    if (counting) {
      sent += up;
      received += down;
    }
  }

  /// The counters stand still from now on, or go on.
  void counting(boolean on) {
    counting = on;
  }

  void resetCounters() {
    sent = 0;
    received = 0;
  }

  long sent() {
    return sent;
  }

  long received() {
    return received;
  }

  List<String> definitions() {
    List<String> lines = new ArrayList<>();
    entries.forEach((cid, e) ->
        lines.add(
            String.format(
                Locale.ROOT,
                "+CGDCONT: %d,\"%s\",\"%s\",\"%s\",0,0",
                cid,
                e.type(),
                e.apn(),
                first(e.addresses()))));
    return lines;
  }

  List<String> states() {
    List<String> lines = new ArrayList<>();
    entries.forEach((cid, e) -> lines.add("+CGACT: " + cid + "," + (e.active() ? 1 : 0)));
    return lines;
  }

  /// Addresses of all contexts, or of one.
  List<String> addresses(Optional<Integer> only) {
    List<String> lines = new ArrayList<>();
    entries.forEach((cid, e) -> {
      if (only.isEmpty() || only.get().equals(cid)) {
        String all = e.addresses().isEmpty() ? "\"\"" : quoted(e.addresses());
        lines.add("+CGPADDR: " + cid + "," + all);
      }
    });
    return lines;
  }

  /// What the network gave to active contexts (3GPP TS 27.007 clause 10.1.23).
  List<String> parameters(Optional<Integer> only) {
    List<String> lines = new ArrayList<>();
    entries.forEach((cid, e) -> {
      if (e.active() && (only.isEmpty() || only.get().equals(cid))) {
        lines.add(
            String.format(
                Locale.ROOT,
                "+CGCONTRDP: %d,5,\"%s.mnc001.mcc001.gprs\",\"%s\",\"192.0.2.1\",\"192.0.2.53\"",
                cid,
                e.apn(),
                masked(e.addresses())));
      }
    });
    return lines;
  }

  private List<String> addresses(int cid, String type) {
    List<String> all = new ArrayList<>();
    if (!withoutAddress && !type.equals("IPV6")) {
      all.add(block + (16 + cid));
    }
    if (!withoutAddress && type.equals("IPV6")) {
      all.add(SIX + (16 + cid));
    }
    return all;
  }

  private static String masked(List<String> addresses) {
    return addresses.stream()
        .min(Comparator.comparing(String::length))
        .map(address -> address + (address.length() < 16 ? ".255.255.255.0" : ""))
        .orElse("");
  }

  private static String first(List<String> addresses) {
    return addresses.isEmpty() ? "" : addresses.getFirst();
  }

  private static String quoted(List<String> all) {
    return "\"" + String.join("\",\"", all) + "\"";
  }
}
