package simwright.at;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import simwright.fault.Fault;

/// Gets back in step after an answer did not come: waits for quiet, and asks something whose answer
/// names itself, so that no late result is taken for it; what comes before that answer is over. A
/// modem that does not answer so is asked `AT` at last, and has to be quiet before and after.
final class Resync {
  private static final Duration QUIET = Duration.ofMillis(300);
  private static final Duration BECOME_QUIET = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(1);
  private static final List<String> QUESTIONS = List.of("+CMEE", "+CFUN", "+CPAS");

  private Resync() {}

  /// A question whose answer has a line of its own.
  private record Named(String text) implements AtCommand<List<String>> {
    @Override
    public boolean named() {
      return true;
    }

    @Override
    public Optional<List<String>> parse(List<String> lines) {
      return Optional.of(lines);
    }
  }

  static void run(AtEngine engine, String givenUp) {
    engine.port().transcript().note("getting back in step");
    boolean unused = engine.leavePrompt();
    for (AtCommand<?> question : questions(givenUp)) {
      boolean before = engine.quiet(QUIET, engine.time().deadline(BECOME_QUIET));
      if (engine.leavePrompt()) {
        // a prompt that came late would take the question for its text
        before = engine.quiet(QUIET, engine.time().deadline(BECOME_QUIET));
      }
      if (answers(engine, question)) {
        boolean after = engine.quiet(QUIET, engine.time().deadline(BECOME_QUIET));
        engine
            .port()
            .transcript()
            .note(before && after ? "in step again" : "in step again, though it never was quiet");
        return;
      }
    }
    throw new Fault(AtCodes.MUTE, "getting back in step", engine.where());
  }

  /// Not what was given up itself, whose late answer would have the same name.
  private static List<AtCommand<List<String>>> questions(String givenUp) {
    String upper = givenUp.toUpperCase(Locale.ROOT);
    Stream<AtCommand<List<String>>> named =
        QUESTIONS.stream()
            .filter(name -> !upper.contains(name))
            .limit(2)
            .map(name -> new Named(name.equals("+CPAS") ? "AT+CPAS" : "AT" + name + "?"));
    return Stream.concat(named, Stream.of(new RawCommand("AT", CommandClass.LOCAL))).toList();
  }

  private static boolean answers(AtEngine engine, AtCommand<?> question) {
    try {
      return engine.exchange(question, question.text(), engine.time().deadline(ANSWER)).exchange()
          != null;
    } catch (Fault silent) {
      if (silent.code().equals(AtCodes.TIMEOUT)) {
        return false;
      }
      throw silent;
    }
  }
}
