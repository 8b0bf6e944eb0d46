package simwright.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedReader;
import java.io.Console;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import simwright.time.Time;

/// What the commands write to: results to the standard output, everything else to the standard
/// error.
public final class Terminal {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private static final Duration PERSON = Duration.ofMinutes(2);

  private final PrintWriter out;
  private final PrintWriter err;
  private final boolean person;
  private final Optional<Keyboard> keyboard;
  private final Keyboard piped;

  /// Writers of its own, for tests; `person` is whether a person looks on, who cannot be asked.
  public Terminal(PrintWriter out, PrintWriter err, boolean person) {
    this(out, err, person, Optional.empty(), Reader.nullReader());
  }

  /// The same without a person, where something is piped in.
  public Terminal(PrintWriter out, PrintWriter err, Reader piped) {
    this(out, err, false, Optional.empty(), piped);
  }

  /// A person looks on where there is a keyboard to ask them.
  Terminal(PrintWriter out, PrintWriter err, Keyboard keyboard) {
    this(out, err, true, Optional.of(keyboard), Reader.nullReader());
  }

  private Terminal(
      PrintWriter out, PrintWriter err, boolean person, Optional<Keyboard> keyboard, Reader piped) {
    this.out = out;
    this.err = err;
    this.person = person;
    this.keyboard = keyboard;
    this.piped = new Keyboard(Keyboard.Lines.of(new BufferedReader(piped)));
  }

  /// The terminal or pipe this process was given.
  public static Terminal ofProcess() {
    Console console = System.console();
    PrintWriter out = writer(System.out);
    PrintWriter err = writer(System.err);
    return console != null && console.isTerminal()
        ? new Terminal(out, err, new Keyboard(Keyboard.Lines.of(console)))
        : new Terminal(out, err, new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }

  /// Whether a person looks on, so that progress is worth showing.
  public boolean person() {
    return person;
  }

  /// What a person answers with; all who ask at this terminal share it.
  Optional<Keyboard> keyboard() {
    return keyboard;
  }

  /// A secret from the person, read as everything else that is asked here, and never shown; empty
  /// where there is nobody to ask, and where nobody answers in time.
  public Optional<char[]> secret(String prompt, Time time) {
    return keyboard.flatMap(each -> each.line(this, time, prompt, false, time.deadline(PERSON)));
  }

  /// A secret that is not to stand on the command line, given as `-`: a person is asked, else it is
  /// the next line of what is piped in. Empty where there is none, or none in time.
  Optional<char[]> handed(String prompt, Time time) {
    return keyboard
        .orElse(piped)
        .line(this, time, prompt, false, time.deadline(PERSON))
        .filter(line -> line.length > 0);
  }

  /// A line of the result. Control characters that a device sent are shown, not obeyed.
  public void line(String text) {
    out.println(literal(text));
    out.flush();
  }

  /// A result that has its own line ends, such as a document of this program.
  public void text(String text) {
    out.print(text);
    out.flush();
  }

  /// A result as JSON, in the order of the record or map.
  public void json(Object value) {
    try {
      out.println(JSON.writeValueAsString(value));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a result that cannot be written as JSON", e);
    }
    out.flush();
  }

  /// A result as a program reads it, or as lines for a person.
  void result(boolean json, Object node, List<String> lines) {
    if (json) {
      json(node);
    } else {
      lines.forEach(this::line);
    }
  }

  /// A result as a program reads it, or as a line for a person.
  void result(boolean json, Object node, String line) {
    result(json, node, List.of(line));
  }

  /// What was found, under a name for a program, a line each for a person, who is told where it is
  /// nothing.
  <T> void list(
      boolean json,
      String name,
      List<T> found,
      Function<T, ?> node,
      Function<T, String> line,
      String nothing) {
    result(
        json,
        Map.of(name, found.stream().map(node).toList()),
        found.isEmpty() ? List.of(nothing) : found.stream().map(line).toList());
  }

  /// A line for the person, not part of the result.
  public void say(String text) {
    err.println(literal(text));
    err.flush();
  }

  /// Lines for the eyes of who looks at this terminal, black on white whatever its colours are. The
  /// standard output is a terminal where a person can be asked; the standard error may be a file.
  void shown(List<String> lines) {
    for (String line : lines) {
      out.println("\u001b[30;107m" + literal(line) + "\u001b[0m");
    }
    out.flush();
  }

  /// Progress on one line, only where a person looks on.
  public void progress(String text) {
    if (person) {
      err.print("\r\u001b[K" + literal(text));
      err.flush();
    }
  }

  /// Ends the progress line.
  public void progressDone() {
    if (person) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }

  /// Rows as columns, the first row being the heading.
  public void table(List<List<String>> rows) {
    List<Integer> widths = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        int width = row.get(i).length();
        if (i == widths.size()) {
          widths.add(width);
        } else {
          widths.set(i, Math.max(widths.get(i), width));
        }
      }
    }
    for (List<String> row : rows) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        text.append(row.get(i)).repeat(" ", widths.get(i) - row.get(i).length() + 2);
      }
      line(text.toString().stripTrailing());
    }
  }

  /// The writer of results, for picocli's own texts.
  public PrintWriter out() {
    return out;
  }

  /// The writer of everything else.
  public PrintWriter err() {
    return err;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  private static String literal(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (c < 0x20 && c != '\t' && c != '\n') {
            shown.appendCodePoint(0x2400 + c);
          } else if (c == 0x7f || (c >= 0x80 && c < 0xa0) || isDirection(c)) {
            shown.append('\uFFFD');
          } else {
            shown.appendCodePoint(c);
          }
        });
    return shown.toString();
  }

  private static boolean isDirection(int c) {
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
  }
}
