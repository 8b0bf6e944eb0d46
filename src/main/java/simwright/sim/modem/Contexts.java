package simwright.sim.modem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The packet data contexts: definitions that stay, activity that ends with the registration, bytes
/// counted.
final class Contexts {
  /// A definition and whether it is active.
  record Entry(String type, String apn, boolean active, String address) {}

  private final Map<Integer, Entry> entries = new TreeMap<>();
  private boolean attached;
  private boolean withoutAddress;

  Contexts() {
    entries.put(1, new Entry("IPV4V6", "internet", false, ""));
  }

  boolean attached() {
    return attached;
  }

  /// From now on contexts get no address.
  void withoutAddress(boolean none) {
    withoutAddress = none;
  }

  /// The network attaches the modem and activates the default context.
  void attach() {
    attached = true;
    activate(1);
  }

  void dropAll() {
    attached = false;
    entries.replaceAll((cid, old) -> new Entry(old.type(), old.apn(), false, ""));
  }

  void define(int cid, String type, String apn) {
    entries.put(cid, new Entry(type, apn, false, ""));
  }

  boolean defined(int cid) {
    return entries.containsKey(cid);
  }

  boolean active(int cid) {
    Entry entry = entries.get(cid);
    return entry != null && entry.active();
  }

  void activate(int cid) {
    entries.computeIfPresent(
        cid,
        (number, old) ->
            new Entry(
                old.type(), old.apn(), true, withoutAddress ? "" : "192.0.2." + (16 + number)));
  }

  void deactivate(int cid) {
    entries.computeIfPresent(cid, (number, old) -> new Entry(old.type(), old.apn(), false, ""));
  }

  List<String> definitions() {
    List<String> lines = new ArrayList<>();
    entries.forEach((cid, e) ->
        lines.add(
            "+CGDCONT: "
                + cid
                + ",\""
                + e.type()
                + "\",\""
                + e.apn()
                + "\",\""
                + e.address()
                + "\",0,0"));
    return lines;
  }

  List<String> states() {
    List<String> lines = new ArrayList<>();
    entries.forEach((cid, e) -> lines.add("+CGACT: " + cid + "," + (e.active() ? 1 : 0)));
    return lines;
  }

  List<String> addresses() {
    List<String> lines = new ArrayList<>();
    entries.forEach((cid, e) -> lines.add("+CGPADDR: " + cid + ",\"" + e.address() + "\""));
    return lines;
  }
}
