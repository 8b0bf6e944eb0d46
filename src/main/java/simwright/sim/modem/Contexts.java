package simwright.sim.modem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import simwright.sim.network.AccessPoints;

/// The packet data contexts: definitions that stay, activity that ends with the registration, bytes
/// counted since the start.
final class Contexts {
  private static final String HOME = "192.0.2.";
  private static final String OTHER = "198.51.100.";
  private static final String SIX = "32.1.13.184.0.0.0.0.0.0.0.0.0.0.0.";

  /// How a context signs in (+CGAUTH): the protocol, 0 for none, the user and the password.
  record SignIn(int protocol, String user, String password) {
    static final SignIn NONE = new SignIn(0, "", "");
  }

  /// A definition, how it signs in, and its addresses and the access point it got while it is
  /// active.
  record Entry(
      String type,
      String apn,
      boolean active,
      List<String> addresses,
      SignIn signIn,
      String granted) {
    static final Entry NONE = new Entry("", "", false, List.of(), SignIn.NONE, "");

    Entry idle() {
      return new Entry(type, apn, false, List.of(), signIn, "");
    }
  }

  private final Map<Integer, Entry> entries = new TreeMap<>();
  private final Consumer<String> events;
  private final int first;
  private boolean attached;
  private boolean withoutAddress;
  private String block = HOME;
  private boolean counting = true;
  private String moved = "";
  private int cause;
  private int bearer;
  private Runnable dropped = () -> {};
  private long sent;
  private long received;

  /// `first` is the context that the attach activates; `events` takes what +CGEV reports.
  Contexts(int first, Consumer<String> events) {
    this.first = first;
    this.events = events;
    entries.put(first, new Entry("IPV4V6", "internet", false, List.of(), SignIn.NONE, ""));
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

  /// Device management defines the first context anew, and it comes up again where it was up.
  void provide(String apn) {
    boolean up = active(first);
    deactivate(first);
    define(first, entries.getOrDefault(first, Entry.NONE).type(), apn);
    if (up && refusal(first).isEmpty()) {
      activate(first);
    }
  }

  /// From now on the network gives this access point to whoever asks for another; "" for none. It
  /// moves at once who is attached.
  void moved(String apn) {
    moved = apn;
    if (active(first)) {
      deactivate(first);
      activate(first);
    }
  }

  /// The network attaches the modem and activates the default context; the ESM cause where it
  /// refuses that, and then does not attach it (3GPP TS 24.301 clause 5.5.1.2.5).
  Optional<Integer> attach() {
    Optional<Integer> refusal = active(first) ? Optional.empty() : refusal(first);
    if (refusal.isEmpty()) {
      attached = true;
      cause = 0;
      activate(first);
    }
    return refusal;
  }

  /// The ESM cause of the last refusal of a context; 0 when there was none.
  int cause() {
    return cause;
  }

  /// The ESM cause with which the network would refuse a context now; it is kept.
  Optional<Integer> refusal(int cid) {
    Entry entry = entries.getOrDefault(cid, Entry.NONE);
    Optional<Integer> refusal =
        AccessPoints.refusal(
            new AccessPoints.Request(
                entry.apn(), entry.signIn().user(), entry.signIn().password()));
    refusal.ifPresent(why -> cause = why);
    return refusal;
  }

  void dropAll() {
    boolean was = attached;
    if (was) {
      events.accept("ME DETACH");
    }
    attached = false;
    entries.replaceAll((cid, old) -> old.idle());
    if (was) {
      ended();
    }
  }

  private void ended() {
    bearer++;
    dropped.run();
  }

  /// What happens whenever bearers end.
  void whenDropped(Runnable then) {
    dropped = then;
  }

  /// Which bearer it is: one that comes after another has another number.
  int bearer() {
    return bearer;
  }

  /// Defines a context; an active one keeps what it has until it is activated anew.
  void define(int cid, String type, String apn) {
    Entry old = entries.getOrDefault(cid, Entry.NONE);
    entries.put(
        cid,
        new Entry(
            type.isEmpty() ? "IP" : type,
            apn,
            old.active(),
            old.addresses(),
            SignIn.NONE,
            old.granted()));
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

  /// How a context signs in when it is activated the next time.
  void authenticate(int cid, SignIn signIn) {
    entries.computeIfPresent(
        cid,
        (key, old) ->
            new Entry(old.type(), old.apn(), old.active(), old.addresses(), signIn, old.granted()));
  }

  /// How contexts sign in that do, by their numbers.
  Map<Integer, SignIn> signIns() {
    Map<Integer, SignIn> all = new TreeMap<>();
    entries.forEach((cid, each) -> {
      if (each.signIn().protocol() != 0) {
        all.put(cid, each.signIn());
      }
    });
    return all;
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
              new Entry(
                  old.type(),
                  old.apn(),
                  true,
                  addresses(number, old.type()),
                  old.signIn(),
                  granted(old.apn())));
      events.accept("ME PDN ACT " + cid);
    }
  }

  /// Who asks for no access point gets the usual one.
  private String granted(String asked) {
    String usual = asked.isEmpty() ? AccessPoints.USUAL : asked;
    return moved.isEmpty() ? usual : moved;
  }

  void deactivate(int cid) {
    if (active(cid)) {
      entries.computeIfPresent(cid, (number, old) -> old.idle());
      events.accept("ME PDN DEACT " + cid);
      ended();
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
                e.granted(),
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
