package simwright.transcript;

import java.util.ArrayList;
import java.util.List;

/// Finds the secrets in one line as a modem would read it: in any case, with blanks anywhere, and
/// after the backspaces a person typed.
final class SecretFinder {
  /// A secret from (inclusive) to (exclusive), as places in the line; `open` when more of it may
  /// follow.
  record Span(int from, int to, boolean open) {}

  private static final String[] MMI = {"**04*", "**05*", "**042*", "**052*", "**03*"};

  private final int end;
  private final StringBuilder text = new StringBuilder();
  private final List<Integer> places = new ArrayList<>();
  private final List<Span> found = new ArrayList<>();

  private final int kept;

  private SecretFinder(CharSequence line, int end, boolean backspaces, int kept) {
    this.end = end;
    this.kept = kept;
    for (int i = 0; i < end; i++) {
      char c = line.charAt(i);
      if (backspaces && (c == '\b' || c == 0x7f) && !text.isEmpty()) {
        text.setLength(text.length() - 1);
        places.removeLast();
      } else if (c > ' ' && c != 0x7f) {
        text.append(c >= 'a' && c <= 'z' ? (char) (c - 32) : c);
        places.add(i);
      }
    }
  }

  /// The secrets of a line, which may end with its line end.
  static List<Span> in(CharSequence line) {
    return in(line, Integer.MAX_VALUE);
  }

  /// The same, and of every APDU what goes beyond so many digits.
  static List<Span> in(CharSequence line, int kept) {
    int end = line.length();
    while (end > 0 && (line.charAt(end - 1) == '\r' || line.charAt(end - 1) == '\n')) {
      end--;
    }
    boolean worthwhile = false;
    boolean backspaces = false;
    for (int i = 0; i < end; i++) {
      char c = line.charAt(i);
      worthwhile |= c == '=' || c == ':' || c == '*';
      backspaces |= c == '\b' || c == 0x7f;
    }
    if (!worthwhile) {
      return List.of();
    }
    List<Span> all = new SecretFinder(line, end, false, kept).find();
    if (backspaces) {
      all.addAll(new SecretFinder(line, end, true, kept).find());
    }
    return all;
  }

  /// The line as read: upper case, without blanks.
  static String read(CharSequence line) {
    return new SecretFinder(line, line.length(), true, Integer.MAX_VALUE).text.toString();
  }

  private List<Span> find() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '=' || c == ':') {
        int from = i;
        SecretCommands.row(nameBefore(i)).ifPresent(row -> command(row, from));
      } else if (c == '*') {
        for (String code : MMI) {
          if (text.indexOf(code, i) == i) {
            add(i + code.length(), endOf(i + code.length(), "#\";"));
          }
        }
      }
    }
    return found;
  }

  private String nameBefore(int at) {
    int from = at;
    while (from > 0 && Character.isLetterOrDigit(text.charAt(from - 1))) {
      from--;
    }
    return text.substring(from, at);
  }

  private void command(SecretCommands.Row row, int separator) {
    boolean answer = text.charAt(separator) == ':';
    int harmless = answer ? row.read() : row.set();
    int from = separator + 1;
    char first = from < text.length() ? text.charAt(from) : 0;
    if (harmless < 0 || first == '?' || (answer && first == '(')) {
      return;
    }
    String last = "";
    for (int i = 0; i < harmless; i++) {
      int comma = fieldEnd(from);
      if (comma >= text.length() || text.charAt(comma) == ';') {
        return;
      }
      last = text.substring(from, comma);
      from = comma + 1;
    }
    if (row.card()) {
      apdu(row, from);
    } else if (row.applies(last)) {
      add(from, commandEnd(from));
    }
  }

  /// Of a secret class and instruction stay, the rest goes.
  private void apdu(SecretCommands.Row row, int from) {
    int start = from < text.length() && text.charAt(from) == '"' ? from + 1 : from;
    int end = endOf(start, "\";");
    if (SecretCommands.carriesPin(row, text.substring(start, end))) {
      add(start + SecretCommands.HEADING, end);
    } else if (end - start > kept) {
      add(start + kept, end);
    }
  }

  private int fieldEnd(int from) {
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '"';
      if (!quoted && (c == ',' || c == ';')) {
        return i;
      }
    }
    return text.length();
  }

  private int commandEnd(int from) {
    int at = fieldEnd(from);
    while (at < text.length() && text.charAt(at) == ',') {
      at = fieldEnd(at + 1);
    }
    return at;
  }

  private int endOf(int from, String stops) {
    int at = from;
    while (at < text.length() && stops.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private void add(int from, int to) {
    if (from < text.length() && from < to) {
      boolean open = to >= text.length();
      found.add(new Span(places.get(from), open ? end : places.get(to), open));
    }
  }

  /// The values inside spans, to be known again in an echo: quotes and commas taken off, four
  /// characters or longer.
  static List<String> values(CharSequence line, List<Span> spans) {
    List<String> values = new ArrayList<>();
    for (Span span : spans) {
      for (String value : line.subSequence(span.from(), span.to()).toString().split("[\",]", -1)) {
        if (value.strip().length() >= 4) {
          values.add(value.strip());
        }
      }
    }
    return values;
  }
}
