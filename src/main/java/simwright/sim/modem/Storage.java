package simwright.sim.modem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a modem keeps of itself over starts and cards: its own phone book, the files in its file
/// system with their sizes in octets, certificates and keys.
final class Storage {
  private static final int PLACES = 50;

  /// A certificate or key: its type as the maker names it (`CA`, `0`), and its name or tag.
  record Credential(String type, String name) {}

  private final PhoneBook phoneBook = new PhoneBook(PLACES);
  private final Map<String, Integer> files = new TreeMap<>();
  private final List<Credential> credentials = new ArrayList<>();

  PhoneBook phoneBook() {
    return phoneBook;
  }

  Map<String, Integer> files() {
    return files;
  }

  List<Credential> credentials() {
    return credentials;
  }
}
