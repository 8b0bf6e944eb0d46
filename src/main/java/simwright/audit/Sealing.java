package simwright.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import simwright.identity.Identifier;
import simwright.identity.Redactor;
import simwright.keys.KeyRing;

/// The fields of a record as they may stand in the book: identifiers are sealed, free text is
/// redacted. The keys of all identifiers are fetched, or made, at once.
final class Sealing {
  private final Map<Identifier, String> pseudonyms = new LinkedHashMap<>();
  private final Map<String, byte[]> subjects;
  private final List<Sealed> sealed = new ArrayList<>();
  private final Map<String, Object> fields = new LinkedHashMap<>();

  private Sealing(Map<String, Object> given, KeyRing keys) {
    collect(given, keys);
    this.subjects = pseudonyms.isEmpty() ? Map.of() : keys.subjects(pseudonyms.values());
    given.forEach((name, each) -> fields.put(name, plain(each)));
  }

  static Sealing of(Map<String, Object> fields, KeyRing keys) {
    return new Sealing(fields, keys);
  }

  /// What stands in the line.
  Map<String, Object> fields() {
    return fields;
  }

  /// What is kept beside it.
  List<Sealed> sealed() {
    return sealed;
  }

  private void collect(Object value, KeyRing keys) {
    switch (value) {
      case Identifier identifier ->
          pseudonyms.computeIfAbsent(
              identifier, each -> Sealed.pseudonym(each.kind(), each.value(), keys));
      case Map<?, ?> map -> map.values().forEach(each -> collect(each, keys));
      case List<?> list -> list.forEach(each -> collect(each, keys));
      default -> {}
    }
  }

  private Object plain(Object value) {
    return switch (value) {
      case Identifier identifier -> {
        String pseudonym = Objects.requireNonNull(pseudonyms.get(identifier));
        byte[] key = Objects.requireNonNull(subjects.get(pseudonym));
        Sealed each = Sealed.of(identifier, pseudonym, key);
        sealed.add(each);
        yield each.inLine();
      }
      case Map<?, ?> map -> {
        Map<String, Object> plain = new LinkedHashMap<>();
        map.forEach((name, each) -> plain.put((String) name, plain(each)));
        yield plain;
      }
      case List<?> list -> list.stream().map(this::plain).toList();
      case String text -> Redactor.redact(text);
      default -> value;
    };
  }
}
