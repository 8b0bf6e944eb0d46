package simwright.sim.modem;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import simwright.time.Task;

/// Carries out the commands of a line one after the other and prints what they answer: at once,
/// later, or after a text that they asked for. A line stops at its first error.
final class Runner {
  private static final int CTRL_Z = 26;
  private static final int ESCAPE = 27;
  private static final int LONGEST_TEXT = 1000;
  private static final long DEAF_NANOS = 125_000_000L;

  /// Where printed text goes, and what a command answers.
  interface Bench {
    void send(String text);

    Say carryOut(String command);

    void restart(Duration delay);
  }

  private final Bench bench;
  private final Settings settings;
  private final Timers timers;
  private final Deque<String> rest = new ArrayDeque<>();
  private final StringBuilder typed = new StringBuilder();
  private Say.@Nullable Later awaited;
  private Say.@Nullable Prompt prompt;
  private @Nullable Task answer;
  private long since;

  Runner(Bench bench, Settings settings, Timers timers) {
    this.bench = bench;
    this.settings = settings;
    this.timers = timers;
  }

  /// Nothing is under way any more.
  void clear() {
    rest.clear();
    typed.setLength(0);
    awaited = null;
    prompt = null;
  }

  /// Whether an answer is still to come.
  boolean answering() {
    return awaited != null;
  }

  /// Whether a text is being typed.
  boolean prompting() {
    return prompt != null;
  }

  void start(List<String> commands) {
    rest.addAll(commands);
    next();
  }

  /// A character while an answer is awaited: it ends what can be ended (V.250 clause 5.6.1).
  void interrupt(int c) {
    Say.Later late = awaited;
    if (late == null
        || !late.abortable()
        || c == '\n'
        || timers.nanos() - since < DEAF_NANOS
        || answer == null) {
      return;
    }
    answer.cancel();
    awaited = null;
    rest.clear();
    Say unused = late.then().get();
    fine();
  }

  /// A character of the text that a command asked for.
  void type(int c) {
    Say.Prompt asked = prompt;
    if (asked == null) {
      return;
    }
    if (c == CTRL_Z) {
      String text = typed.toString();
      typed.setLength(0);
      prompt = null;
      if (print(asked.then().apply(text))) {
        next();
      }
    } else if (c == ESCAPE) {
      clear();
      fine();
    } else if (c == '\r') {
      typed.append('\n');
      bench.send("\r\n> ");
    } else if (c == 8 && !typed.isEmpty()) {
      typed.setLength(typed.length() - 1);
    } else if (c != '\n' && typed.length() < LONGEST_TEXT) {
      typed.append((char) c);
    }
  }

  private void next() {
    while (!rest.isEmpty()) {
      if (!print(bench.carryOut(rest.removeFirst()))) {
        return;
      }
    }
    fine();
  }

  /// Prints; whether the line goes on.
  private boolean print(Say say) {
    for (String line : say.lines()) {
      bench.send(settings.words ? "\r\n" + line + "\r\n" : line + "\r\n");
    }
    return switch (say.ending()) {
      case Say.Fine() -> true;
      case Say.Silent() -> {
        clear();
        yield false;
      }
      case Say.Restart(Duration delay) -> {
        clear();
        fine();
        bench.restart(delay);
        yield false;
      }
      case Say.Prompt asked -> {
        prompt = asked;
        bench.send("\r\n> ");
        yield false;
      }
      case Say.Later late -> {
        awaited = late;
        since = timers.nanos();
        answer = timers.after(late.after(), "an answer", () -> late(late));
        yield false;
      }
      case Say.Instead(String words) -> fail(Optional.of(words));
      case Say.Bare() -> fail(Optional.empty());
      case Say.Cme(int number) -> fail(error("+CME ERROR: ", number, CmeTexts.of(number)));
      case Say.Cms(int number) -> fail(error("+CMS ERROR: ", number, CmsTexts.of(number)));
    };
  }

  private void late(Say.Later late) {
    awaited = null;
    if (print(late.then().get())) {
      next();
    }
  }

  private Optional<String> error(String prefix, int number, String words) {
    return switch (settings.cmee) {
      case 0 -> prefix.startsWith("+CMS") ? Optional.of(prefix + number) : Optional.empty();
      case 1 -> Optional.of(prefix + number);
      default -> Optional.of(prefix + words);
    };
  }

  private boolean fail(Optional<String> named) {
    rest.clear();
    if (!settings.quiet) {
      bench.send(
          named
              .map(text -> "\r\n" + text + "\r\n")
              .orElse(settings.words ? "\r\nERROR\r\n" : "4\r"));
    }
    return false;
  }

  private void fine() {
    if (!settings.quiet) {
      bench.send(settings.words ? "\r\nOK\r\n" : "0\r");
    }
  }
}
