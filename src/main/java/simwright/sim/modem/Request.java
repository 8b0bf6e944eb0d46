package simwright.sim.modem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An extended command as the modem reads it: its name in upper case, what is done with it, and its
/// arguments without quotes.
record Request(String name, Kind kind, List<String> arguments) {
  enum Kind {
    EXECUTE,
    READ,
    TEST,
    SET
  }

  static Request of(String command) {
    int equals = command.indexOf('=');
    String head = equals < 0 ? command : command.substring(0, equals);
    if (head.endsWith("?")) {
      return new Request(upper(head.substring(0, head.length() - 1)), Kind.READ, List.of());
    }
    if (equals < 0) {
      return new Request(upper(head), Kind.EXECUTE, List.of());
    }
    String rest = command.substring(equals + 1).strip();
    return rest.equals("?")
        ? new Request(upper(head), Kind.TEST, List.of())
        : new Request(upper(head), Kind.SET, split(rest));
  }

  boolean isRead() {
    return kind == Kind.READ;
  }

  boolean isTest() {
    return kind == Kind.TEST;
  }

  boolean isSet() {
    return kind == Kind.SET;
  }

  String argument(int at) {
    return at < arguments.size() ? arguments.get(at) : "";
  }

  private static String upper(String text) {
    return text.strip().toUpperCase(Locale.ROOT);
  }

  private static List<String> split(String text) {
    List<String> all = new ArrayList<>();
    StringBuilder one = new StringBuilder();
    boolean quoted = false;
    for (char c : text.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        all.add(one.toString().strip());
        one.setLength(0);
      } else {
        one.append(c);
      }
    }
    all.add(one.toString().strip());
    return List.copyOf(all);
  }
}
