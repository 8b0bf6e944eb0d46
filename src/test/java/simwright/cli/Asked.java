package simwright.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import simwright.ask.Question;
import simwright.time.SystemTime;

/// A program of its own that asks at its terminal: for consent, for a secret, one that is asked of
/// nobody in time, and once more each, all but the first by another attendant.
final class Asked {
  private static final Duration LONG = Duration.ofSeconds(30);

  private Asked() {}

  /// Prints each answer on a line.
  public static void main(String[] arguments) {
    try (SystemTime time = new SystemTime()) {
      Terminal terminal = Terminal.ofProcess();
      terminal.line("first " + new TerminalAttendant(terminal, time).ask(consent(LONG)));
      TerminalAttendant other = new TerminalAttendant(terminal, time);
      terminal.line("secret " + other.ask(secret(LONG)).map(Asked::backwards));
      terminal.line("late " + other.ask(secret(Duration.ofMillis(300))).map(Asked::backwards));
      Optional<String> choice =
          other.ask(new Question.Choice("Which?", "", List.of("1", "2"), LONG, Optional.empty()));
      terminal.line("choice " + choice);
      terminal.line("again " + other.ask(secret(LONG)).map(Asked::backwards));
    }
  }

  private static Question.Consent consent(Duration within) {
    return new Question.Consent("Download?", "", "Download it", within);
  }

  private static Question.Secret secret(Duration within) {
    return new Question.Secret("Confirmation code", "", within);
  }

  /// So that what was typed is known from what a terminal echoes.
  private static String backwards(char[] typed) {
    return new StringBuilder(new String(typed)).reverse().toString();
  }
}
