package simwright.cli;

import java.io.Console;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.time.Deadline;
import simwright.time.Time;

/// A person at a terminal answers; where there is none, every question gets its default.
final class TerminalAttendant implements Attendant {
  private final Terminal terminal;
  private final Optional<Time> time;
  private final Deque<String> lines = new ArrayDeque<>();
  private boolean reading;
  private boolean left;

  /// For one question in a command that reads the terminal itself: it waits as long as it takes.
  TerminalAttendant(Terminal terminal) {
    this.terminal = terminal;
    this.time = Optional.empty();
  }

  /// For a command that reads nothing else from the terminal: a question ends at its deadline.
  TerminalAttendant(Terminal terminal, Time time) {
    this.terminal = terminal;
    this.time = Optional.of(time);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <A> Optional<A> ask(Question<A> question) {
    Console console = System.console();
    if (!terminal.person() || console == null) {
      return question.byDefault();
    }
    terminal.progressDone();
    terminal.say(question.title());
    if (!question.text().isEmpty()) {
      terminal.say(question.text());
    }
    Optional<Deadline> deadline = time.map(clock -> clock.deadline(question.within()));
    return (Optional<A>)
        switch (question) {
          case Question.Consent consent when consent.decline().isPresent() ->
              answer(
                      console,
                      consent.act()
                          + "? Type y, or n ("
                          + consent.decline().get().toLowerCase(Locale.ROOT)
                          + " for good), anything else to decide later: ",
                      deadline)
                  .filter(text -> text.equals("y") || text.equals("n"))
                  .map("y"::equals);
          case Question.Consent consent ->
              Optional.of(
                  answer(console, consent.act() + "? Type y: ", deadline)
                      .filter("y"::equals)
                      .isPresent());
          case Question.TypedConfirmation typed ->
              Optional.of(
                  answer(console, "Type what is asked for: ", deadline)
                      .filter(typed.expected()::equals)
                      .isPresent());
          case Question.Secret _ -> Optional.ofNullable(console.readPassword("> "));
          case Question.Choice choice ->
              until(
                      console,
                      String.join(" | ", choice.options()) + ": ",
                      deadline,
                      text -> Optional.of(text).filter(choice.options()::contains))
                  .or(choice::byDefault);
          case Question.NumberEntry number ->
              until(console, number.unit() + ": ", deadline, text -> number(number, text))
                  .or(number::byDefault);
          case Question.Scan scan ->
              until(console, "> ", deadline, text -> Optional.of(text).filter(t -> !t.isEmpty()))
                  .or(scan::byDefault);
        };
  }

  /// Nobody answers any more: the question that waits ends as if its time were over.
  void leave() {
    synchronized (lines) {
      left = true;
      lines.notifyAll();
    }
  }

  /// Asks again until the answer can be used or the time is over.
  private <T> Optional<T> until(
      Console console,
      String prompt,
      Optional<Deadline> deadline,
      Function<String, Optional<T>> reader) {
    while (true) {
      Optional<String> line = answer(console, prompt, deadline);
      if (line.isEmpty()) {
        return Optional.empty();
      }
      Optional<T> read = reader.apply(line.get());
      if (read.isPresent() || line.get().isEmpty()) {
        return read;
      }
      terminal.say("This is no answer to the question.");
    }
  }

  private static Optional<Double> number(Question.NumberEntry asked, String text) {
    return Optional.of(text)
        .filter(t -> t.matches("-?[0-9]{1,12}(\\.[0-9]{1,9})?"))
        .map(Double::valueOf)
        .filter(n -> n >= asked.least() && n <= asked.most());
  }

  /// A line from the person; empty when the time is over. A line typed after an earlier question's
  /// time belongs to no question.
  private Optional<String> answer(Console console, String prompt, Optional<Deadline> deadline) {
    if (time.isEmpty() || deadline.isEmpty()) {
      return Optional.ofNullable(console.readLine("%s", prompt)).map(String::strip);
    }
    console.printf("%s", prompt);
    console.flush();
    synchronized (lines) {
      lines.clear();
      if (!reading) {
        reading = true;
        var unused = time.get().start("terminal", () -> read(console));
      }
      boolean woken = time.get().await(lines, () -> left || !lines.isEmpty(), deadline.get());
      return woken && !lines.isEmpty()
          ? Optional.of(lines.removeFirst().strip())
          : Optional.empty();
    }
  }

  private void read(Console console) {
    String line = console.readLine();
    while (line != null) {
      synchronized (lines) {
        lines.add(line);
        lines.notifyAll();
      }
      line = console.readLine();
    }
  }
}
