package simwright.sim.modem;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// A phone book with places from 1 (3GPP TS 27.007 clause 8.11): on the card it is EF_ADN and stays
/// with the card, in the device it stays with that.
final class PhoneBook {
  /// A number, the type of its address, and a name.
  record Entry(String number, int type, String text) {}

  private final Map<Integer, Entry> places = new TreeMap<>();
  private final int size;

  PhoneBook(int size) {
    this.size = size;
  }

  int size() {
    return size;
  }

  int used() {
    return places.size();
  }

  boolean has(int place) {
    return place >= 1 && place <= size;
  }

  Optional<Entry> at(int place) {
    return Optional.ofNullable(places.get(place));
  }

  OptionalInt free() {
    for (int place = 1; place <= size; place++) {
      if (!places.containsKey(place)) {
        return OptionalInt.of(place);
      }
    }
    return OptionalInt.empty();
  }

  void put(int place, Entry entry) {
    places.put(place, entry);
  }

  void delete(int place) {
    places.remove(place);
  }
}
