package simwright.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.job.CardActs;
import simwright.job.Job;
import simwright.job.Undelivered;
import simwright.observe.Subscription;

/// Which card a command is about, the same on every such command; perhaps one profile on it.
public class CardOption {
  /// Longer than the longest act: a narrow modem is given three times six minutes to prove a
  /// profile, and as long again to prove the one it is switched back to.
  private static final Duration LONGEST = Duration.ofMinutes(60);

  /// The command that has these options.
  @Spec(Spec.Target.MIXEE)
  CommandSpec spec = CommandSpec.create();

  @Mixin Place place = new Place();

  @Mixin Network network = new Network();

  @Parameters(index = "0", paramLabel = "LINK", description = "The device: a path or URI.")
  String link = "";

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  /// Does something with the card and waits for it.
  <T> T act(Program program, Terminal terminal, BiFunction<CardActs, String, Job<T>> act) {
    Place there = place;
    Optional<Path> bench = place.bench().isPresent() ? Optional.empty() : program.benchOf(link);
    if (bench.isPresent()) {
      there = place.on(bench.get());
      terminal.say(link + " is a device of the bench in " + bench.get() + ": as with --bench.");
    }
    try (Session session = program.open(there, network)) {
      String id = session.acts().idOf(session.address(link));
      CardActs acts = session.cards();
      try (Subscription _ = acts.settled().subscribe(each -> terminal.say(each.words()));
          Subscription _ = acts.undelivered().subscribe(each -> terminal.say(words(each)))) {
        return Work.inOrder(program, terminal, act.apply(acts, id), LONGEST);
      }
    }
  }

  /// Refuses what nobody can be asked about and nobody has consented to ahead, before anything is
  /// begun.
  void answerable(boolean given, Terminal terminal, String what) {
    if (!given && terminal.keyboard().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "Nobody is here to be asked " + what + ": consent to it with --yes");
    }
  }

  private static String words(Undelivered each) {
    return each.what()
            .map(what ->
                "The card keeps notification "
                    + what.number()
                    + " for "
                    + what.address()
                    + ", which did not take it (")
            .orElse("The card keeps what it has to tell servers: it could not be asked (")
        + each.why().code()
        + "). Send it later: simwright notifications send";
  }

  /// A person at the terminal, who has given with `yes` what consent can be given ahead; what has
  /// to be typed is answered by `typed` alone, or asked for.
  static Attendant attendant(
      Program program, Terminal terminal, boolean yes, Optional<String> typed) {
    return attendant(program, terminal, yes ? Set.of(Question.Consent.YES) : Set.of(), typed);
  }

  /// The same with every switch that was given.
  static Attendant attendant(
      Program program, Terminal terminal, Set<String> given, Optional<String> typed) {
    Attendant asking = new TerminalAttendant(terminal, program.time());
    return new Attendant() {
      @Override
      public <A> Optional<A> ask(Question<A> question) {
        Optional<Boolean> answer =
            switch (question) {
              case Question.Consent consent
                  when consent.option().filter(given::contains).isPresent() ->
                  Optional.of(true);
              case Question.TypedConfirmation confirmation ->
                  typed.map(confirmation.expected()::equals);
              default -> Optional.empty();
            };
        if (answer.isEmpty()) {
          return asking.ask(question);
        }
        @SuppressWarnings("unchecked")
        Optional<A> ahead = (Optional<A>) answer;
        return ahead;
      }

      @Override
      public boolean isThere() {
        return asking.isThere();
      }
    };
  }

  /// The same for what is confirmed with `yes` as a whole, whatever has to be typed for it.
  static Attendant confirmed(
      Program program, Terminal terminal, boolean yes, Optional<String> typed) {
    Attendant asking = attendant(program, terminal, yes, typed);
    return new Attendant() {
      @Override
      @SuppressWarnings("unchecked")
      public <A> Optional<A> ask(Question<A> question) {
        boolean agreed = yes && typed.isEmpty() && question instanceof Question.TypedConfirmation;
        return agreed ? (Optional<A>) Optional.of(true) : asking.ask(question);
      }

      @Override
      public boolean isThere() {
        return asking.isThere();
      }
    };
  }
}
