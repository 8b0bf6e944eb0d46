package simwright.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import simwright.ask.Attendant;
import simwright.ask.Handed;
import simwright.ask.Question;
import simwright.ask.Shown;
import simwright.report.QrDots;
import simwright.time.Deadline;
import simwright.time.Time;

/// A person at a terminal answers until a question's deadline; where there is none, every question
/// gets its default.
final class TerminalAttendant implements Attendant {
  private final Terminal terminal;
  private final Time time;

  /// At a terminal, whose keyboard it shares with whoever else asks there.
  TerminalAttendant(Terminal terminal, Time time) {
    this.terminal = terminal;
    this.time = time;
  }

  @Override
  public <A> Optional<A> ask(Question<A> question) {
    if (terminal.keyboard().isEmpty()) {
      return question.byDefault();
    }
    terminal.progressDone();
    terminal.say(question.title());
    if (!question.text().isEmpty()) {
      terminal.say(question.text());
    }
    if (question instanceof Question.Pictured<A> pictured) {
      picture(pictured.shown());
      return answered(pictured.asked());
    }
    return answered(question);
  }

  /// A code to scan is drawn; of another picture a person learns where it lies.
  private void picture(Shown shown) {
    switch (shown) {
      case Shown.QrCode code -> {
        terminal.shown(TextQr.lines(QrDots.of(code.text())));
        terminal.shown(List.of(code.text()));
      }
      case Shown.Image image -> terminal.say("Look at the picture " + image.name() + ".");
    }
  }

  @SuppressWarnings("unchecked")
  private <A> Optional<A> answered(Question<A> question) {
    Deadline deadline = time.deadline(question.within());
    return (Optional<A>)
        switch (question) {
          case Question.Pictured<A> pictured -> answered(pictured.asked());
          case Question.Consent consent when consent.decline().isPresent() ->
              answer(
                      consent.act()
                          + "? Type y, or n ("
                          + consent.decline().get().toLowerCase(Locale.ROOT)
                          + " for good), anything else to decide later: ",
                      deadline)
                  .filter(text -> text.equals("y") || text.equals("n"))
                  .map("y"::equals);
          case Question.Consent consent ->
              Optional.of(
                  answer(consent.act() + "? Type y: ", deadline).filter("y"::equals).isPresent());
          case Question.TypedConfirmation typed ->
              Optional.of(
                  answer("Type what is asked for: ", deadline)
                      .filter(typed.expected()::equals)
                      .isPresent());
          case Question.Secret _ -> typed("> ", false, deadline);
          case Question.Choice choice ->
              until(
                      String.join(" | ", choice.options()) + ": ",
                      deadline,
                      text -> Optional.of(text).filter(choice.options()::contains))
                  .or(choice::byDefault);
          case Question.NumberEntry number ->
              until(number.unit() + ": ", deadline, text -> number(number, text))
                  .or(number::byDefault);
          case Question.Attach _ -> until("A file's path, or a note: ", deadline, Handed::read);
          case Question.Scan scan ->
              until("> ", deadline, text -> Optional.of(text).filter(t -> !t.isEmpty()))
                  .or(scan::byDefault);
        };
  }

  @Override
  public boolean isThere() {
    return terminal.keyboard().isPresent();
  }

  /// Says which device the next question is about.
  void about(String device) {
    if (terminal.keyboard().isPresent()) {
      terminal.progressDone();
      terminal.say(device + ":");
    }
  }

  /// Nobody answers any more: the question that waits ends as if its time were over.
  void leave() {
    terminal.keyboard().ifPresent(Keyboard::leave);
  }

  /// Asks again until the answer can be used or the time is over.
  private <T> Optional<T> until(
      String prompt, Deadline deadline, Function<String, Optional<T>> reader) {
    while (true) {
      Optional<String> line = answer(prompt, deadline);
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

  /// A line from the person; empty when the time is over.
  private Optional<String> answer(String prompt, Deadline deadline) {
    return typed(prompt, true, deadline).map(line -> new String(line).strip());
  }

  private Optional<char[]> typed(String prompt, boolean shown, Deadline deadline) {
    return terminal
        .keyboard()
        .flatMap(keyboard -> keyboard.line(terminal, time, prompt, shown, deadline));
  }
}
