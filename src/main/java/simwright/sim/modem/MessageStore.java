package simwright.sim.modem;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import simwright.sim.network.ShortMessage;

/// A store of short messages with places from 1 (3GPP TS 27.005 clause 3.1): on the card it is
/// EF_SMS and stays with the card.
final class MessageStore {
  /// A stored message: 0 received unread, 1 received read, 2 stored unsent, 3 stored sent.
  record Entry(int status, ShortMessage message) {}

  private final Map<Integer, Entry> places = new TreeMap<>();
  private final int size;

  MessageStore(int size) {
    this.size = size;
  }

  int size() {
    return size;
  }

  int used() {
    return places.size();
  }

  /// The place it got; empty when all are taken.
  OptionalInt put(int status, ShortMessage message) {
    for (int place = 1; place <= size; place++) {
      if (!places.containsKey(place)) {
        places.put(place, new Entry(status, message));
        return OptionalInt.of(place);
      }
    }
    return OptionalInt.empty();
  }

  Map<Integer, Entry> entries() {
    return new TreeMap<>(places);
  }

  Optional<Entry> at(int place) {
    return Optional.ofNullable(places.get(place));
  }

  /// What was unread has been read.
  void read(int place) {
    places.computeIfPresent(
        place, (key, old) -> old.status() == 0 ? new Entry(1, old.message()) : old);
  }

  boolean delete(int place) {
    return places.remove(place) != null;
  }
}
