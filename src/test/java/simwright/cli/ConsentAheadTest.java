package simwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.time.SystemTime;

/// What `--yes` answers, and what a person is asked all the same.
class ConsentAheadTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  private final SystemTime time = new SystemTime();
  private final List<String> asked = new ArrayList<>();
  private final Program program =
      (Program)
          Proxy.newProxyInstance(
              Program.class.getClassLoader(),
              new Class<?>[] {Program.class},
              (proxy, method, arguments) -> time);

  @AfterEach
  void close() {
    time.close();
  }

  @Test
  void consentThatCanBeGivenAheadIsNotAskedFor() {
    Question.Consent consent =
        new Question.Consent("Download this profile?", "", "Download profile", LONG);
    assertEquals(Optional.of(true), attendant("n").ask(consent));
    assertEquals(List.of(), asked);
  }

  @Test
  void whatOnlyTurnedOutMeanwhileIsAskedAllTheSame() {
    Question.Consent last =
        Question.Consent.inPerson("Send what may be the last code?", "", "Send the code", LONG);
    assertEquals(Optional.of(false), attendant("n").ask(last));
    assertEquals(Optional.of(true), attendant("y").ask(last));
    assertEquals(List.of("Send the code? Type y: ", "Send the code? Type y: "), asked);
  }

  @Test
  void whereNobodyIsThereItIsANo() {
    Question.Consent last =
        Question.Consent.inPerson("Send what may be the last code?", "", "Send the code", LONG);
    assertEquals(
        Optional.of(false),
        CardOption.confirmed(program, pipe(), true, Optional.empty()).ask(last));
  }

  @Test
  void aSwitchOfItsOwnGivesItAheadAndYesDoesNot() {
    Question.Consent last =
        Question.Consent.inPerson("Send what may be the last code?", "", "Send the code", LONG)
            .by(Question.Consent.LAST_CODE);
    assertEquals(Optional.of(false), attendant("n").ask(last));
    Attendant given =
        CardOption.attendant(program, pipe(), Set.of(Question.Consent.LAST_CODE), Optional.empty());
    assertEquals(Optional.of(true), given.ask(last));
    assertFalse(given.isThere());
  }

  private static Terminal pipe() {
    return new Terminal(
        new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), false);
  }

  private Attendant attendant(String typed) {
    Keyboard keyboard =
        new Keyboard((prompt, shown) -> {
          asked.add(prompt);
          return Optional.of(typed.toCharArray());
        });
    Terminal terminal =
        new Terminal(
            new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), keyboard);
    return CardOption.attendant(program, terminal, true, Optional.empty());
  }
}
