package simwright.cli;

import java.io.Console;
import java.util.Optional;
import simwright.ask.Attendant;
import simwright.ask.Question;

/// A person at a terminal answers; where there is none, every question gets its default.
final class TerminalAttendant implements Attendant {
  private final Terminal terminal;

  TerminalAttendant(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  @SuppressWarnings("unchecked")
  public <A> Optional<A> ask(Question<A> question) {
    Console console = System.console();
    if (!terminal.person() || console == null) {
      return question.byDefault();
    }
    terminal.say(question.title());
    terminal.say(question.text());
    return (Optional<A>)
        switch (question) {
          case Question.Consent consent ->
              Optional.of("y".equals(answer(console, consent.act() + "? Type y: ")));
          case Question.TypedConfirmation typed ->
              Optional.of(
                  typed.expected().equals(answer(console, "Type " + typed.expected() + ": ")));
          case Question.Secret _ -> Optional.ofNullable(console.readPassword("> "));
          case Question.Choice choice ->
              Optional.of(answer(console, String.join(" | ", choice.options()) + ": "))
                  .filter(choice.options()::contains)
                  .or(choice::byDefault);
          case Question.NumberEntry number ->
              number(answer(console, number.unit() + ": ")).or(number::byDefault);
          case Question.Scan _ -> Optional.of(answer(console, "> "));
        };
  }

  private static Optional<Double> number(String text) {
    return text.matches("-?[0-9]+(\\.[0-9]+)?")
        ? Optional.of(Double.valueOf(text))
        : Optional.empty();
  }

  private static String answer(Console console, String prompt) {
    String line = console.readLine("%s", prompt);
    return line == null ? "" : line.strip();
  }
}
