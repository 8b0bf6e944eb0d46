package simwright.sim.modem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads what the host types: command lines with echo and backspace, texts after a prompt, and
/// characters that end or wait for an answer that is under way (ITU-T V.250 clause 5.2).
final class LineReader {
  private static final int LONGEST_LINE = 2048;

  private final Settings settings;
  private final Runner runner;
  private final boolean returnOnly;
  private final Consumer<String> out;
  private final StringBuilder line = new StringBuilder();
  private String previous = "AT";

  /// `returnOnly` is how this maker echoes the end of a line.
  LineReader(Settings settings, Runner runner, boolean returnOnly, Consumer<String> out) {
    this.settings = settings;
    this.runner = runner;
    this.returnOnly = returnOnly;
    this.out = out;
  }

  void clear() {
    line.setLength(0);
    runner.clear();
  }

  /// Takes a character; a line when it is whole. What is typed while an answer is under way is
  /// lost, as on most modems.
  Optional<String> take(int c) {
    if (runner.answering()) {
      runner.interrupt(c);
      return Optional.empty();
    }
    boolean prompting = runner.prompting();
    if (settings.echo && !(prompting && (c == 26 || c == '\r'))) {
      echo(c);
    }
    if (prompting) {
      runner.type(c);
    } else if (c == '\r') {
      String whole = line.toString();
      line.setLength(0);
      return Optional.of(whole);
    } else if (c == 8 && !line.isEmpty()) {
      line.setLength(line.length() - 1);
    } else if (c >= 0x20 && line.length() < LONGEST_LINE) {
      line.append((char) c);
    }
    return Optional.empty();
  }

  /// The commands of a line; nothing when it is none.
  Optional<List<String>> commands(String typed) {
    String text = typed.strip();
    String upper = text.toUpperCase(Locale.ROOT);
    if (upper.equals("A/")) {
      text = previous;
    } else if (!upper.startsWith("AT")) {
      return Optional.empty();
    }
    previous = text;
    return Optional.of(split(text.substring(2)));
  }

  private void echo(int c) {
    out.accept(c == '\r' ? (returnOnly ? "\r" : "\r\r\n") : String.valueOf((char) c));
  }

  /// Basic commands stand one after the other; extended ones are divided by semicolons outside
  /// quotes.
  static List<String> split(String body) {
    List<String> commands = new ArrayList<>();
    int i = 0;
    while (i < body.length()) {
      char c = body.charAt(i);
      if (c == ';' || c == ' ') {
        i++;
      } else if ("+^#%$*!".indexOf(c) >= 0 || c == 'D' || c == 'd') {
        int end = extendedEnd(body, i);
        commands.add(body.substring(i, end).strip());
        i = end;
      } else {
        int end = digitsEnd(body, i + (c == '&' || c == '\\' ? 2 : 1));
        if (c == 'S' || c == 's') {
          end = registerEnd(body, end);
        }
        commands.add(body.substring(i, Math.min(end, body.length())));
        i = end;
      }
    }
    return commands;
  }

  private static int digitsEnd(String body, int from) {
    int end = from;
    while (end < body.length() && Character.isDigit(body.charAt(end))) {
      end++;
    }
    return end;
  }

  /// `S0?` and `S0=1` are one command each (V.250 clause 5.3.2).
  private static int registerEnd(String body, int from) {
    if (from >= body.length()) {
      return from;
    }
    return switch (body.charAt(from)) {
      case '?' -> from + 1;
      case '=' -> digitsEnd(body, from + 1);
      default -> from;
    };
  }

  private static int extendedEnd(String body, int from) {
    boolean quoted = false;
    for (int i = from; i < body.length(); i++) {
      quoted ^= body.charAt(i) == '"';
      if (body.charAt(i) == ';' && !quoted) {
        return i;
      }
    }
    return body.length();
  }
}
