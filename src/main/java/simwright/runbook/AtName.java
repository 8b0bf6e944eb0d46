package simwright.runbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What an AT command is called, where it is laid down, and what its values are called.
record AtName(String name, String title, String clause, List<Field> fields) {
  private static final Map<String, AtName> ALL = load();

  /// A value by its place, with what its numbers mean.
  record Field(String name, Map<String, String> values) {
    /// What a value means; "" where nothing is said.
    String meaning(String value) {
      return values.getOrDefault(value, "");
    }

    private static Field parse(String text) {
      int open = text.indexOf('(');
      if (open < 0) {
        return new Field(text, Map.of());
      }
      Map<String, String> values = new LinkedHashMap<>();
      for (String pair : text.substring(open + 1, text.length() - 1).split(";")) {
        int equals = pair.indexOf('=');
        values.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
      return new Field(text.substring(0, open), Map.copyOf(values));
    }
  }

  /// The command of this name, in any case.
  static Optional<AtName> of(String name) {
    return Optional.ofNullable(ALL.get(name.toUpperCase(Locale.ROOT)));
  }

  /// The value at a place; a nameless one where nothing is said of it.
  Field field(int at) {
    return at < fields.size() ? fields.get(at) : new Field("value " + (at + 1), Map.of());
  }

  private static Map<String, AtName> load() {
    Map<String, AtName> all = new LinkedHashMap<>();
    for (List<String> row : Resource.rows("at-commands.txt")) {
      all.put(row.getFirst(), new AtName(row.get(0), row.get(1), row.get(2), fields(row.get(3))));
    }
    return all;
  }

  /// Commas inside brackets belong to the words.
  private static List<Field> fields(String text) {
    List<Field> fields = new ArrayList<>();
    int from = 0;
    int depth = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ',';
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == ',' && (depth == 0 || i == text.length())) {
        String one = text.substring(from, i).strip();
        if (!one.isEmpty()) {
          fields.add(Field.parse(one));
        }
        from = i + 1;
      }
    }
    return List.copyOf(fields);
  }
}
