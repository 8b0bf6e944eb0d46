package simwright.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import simwright.time.Deadline;
import simwright.time.Time;

/// The one reader of a process's terminal: it reads when something is asked, and one line. A read
/// cannot be taken back, so one that outlives its question serves the next of its kind, or ends
/// with what is typed for nobody before one of the other kind is asked.
final class Keyboard {
  private final Lines lines;
  private Optional<Reading> waiting = Optional.empty();
  private boolean asking;
  private boolean left;

  /// Of a terminal.
  Keyboard(Lines lines) {
    this.lines = lines;
  }

  /// Where lines come from.
  @FunctionalInterface
  interface Lines {
    /// Writes the prompt and waits for a line, as long as it takes; what is typed for a secret is
    /// not `shown`. Empty at the end of the input.
    Optional<char[]> next(String prompt, boolean shown);

    /// Those of a pipe, which shows nothing.
    static Lines of(BufferedReader piped) {
      return (prompt, shown) -> {
        try {
          return Optional.ofNullable(piped.readLine()).map(String::strip).map(String::toCharArray);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      };
    }

    /// Those of a console.
    static Lines of(Console console) {
      return (prompt, shown) ->
          shown
              ? Optional.ofNullable(console.readLine("%s", prompt)).map(String::toCharArray)
              : Optional.ofNullable(console.readPassword("%s", prompt));
    }
  }

  /// A read that was begun; what it got is wiped where nobody waits for it any more.
  private static final class Reading {
    private final boolean shown;
    private Optional<char[]> line = Optional.empty();
    private boolean wanted = true;
    private boolean over;

    Reading(boolean shown) {
      this.shown = shown;
    }
  }

  /// A line for one question; empty when its time is over, nobody answers any more, or the input
  /// ends.
  synchronized Optional<char[]> line(
      Terminal terminal, Time time, String prompt, boolean shown, Deadline deadline) {
    if (!time.await(this, () -> left || !asking, deadline) || left) {
      return Optional.empty();
    }
    asking = true;
    try {
      Optional<Reading> late = waiting;
      if (late.filter(each -> each.shown != shown).isPresent()) {
        terminal.say("The time of the question before is over: first press Enter, then answer.");
        if (!time.await(this, () -> left || late.get().over, deadline) || left) {
          return Optional.empty();
        }
      }
      return got(
          waiting.isPresent() ? again(terminal, prompt) : begun(time, prompt, shown),
          time,
          deadline);
    } finally {
      asking = false;
      notifyAll();
    }
  }

  /// Whoever asks gets nothing any more.
  synchronized void leave() {
    left = true;
    notifyAll();
  }

  private Optional<char[]> got(Reading reading, Time time, Deadline deadline) {
    reading.wanted = true;
    boolean there = time.await(this, () -> left || reading.over, deadline) && reading.over;
    reading.wanted = false;
    return there ? reading.line : Optional.empty();
  }

  private Reading again(Terminal terminal, String prompt) {
    terminal.say(prompt);
    return waiting.orElseThrow();
  }

  private Reading begun(Time time, String prompt, boolean shown) {
    Reading reading = new Reading(shown);
    waiting = Optional.of(reading);
    Thread unused = time.start("terminal", () -> read(reading, prompt));
    return reading;
  }

  private void read(Reading reading, String prompt) {
    Optional<char[]> line = Optional.empty();
    try {
      line = lines.next(prompt, reading.shown);
    } finally {
      over(reading, line);
    }
  }

  private synchronized void over(Reading reading, Optional<char[]> line) {
    if (reading.wanted) {
      reading.line = line;
    } else {
      line.ifPresent(each -> Arrays.fill(each, '\0'));
    }
    reading.over = true;
    waiting = Optional.empty();
    notifyAll();
  }
}
