package simwright.cli;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.job.Job;
import simwright.job.OrderActs;

/// Which SM-DP+ an order is about and who orders; the same options on every such command, perhaps
/// with one profile.
public class OrderOptions {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final String PASSWORD = "SIMWRIGHT_IDENTITY_PASSWORD";

  @Mixin Place place = new Place();

  @Mixin Network network = new Network();

  @Option(
      names = "--server",
      paramLabel = "HOST",
      description = "The SM-DP+'s name for operators (ES2+); else that of --bench.")
  @Nullable String server;

  @Option(
      names = "--identity",
      paramLabel = "NAME|FILE",
      description =
          "The key the SM-DP+ knows you by: the name of an imported one, or a PKCS #12 file (.p12),"
              + " whose password is asked for, or taken from SIMWRIGHT_IDENTITY_PASSWORD; else that"
              + " of --bench.")
  @Nullable String identity;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  /// What is done at the server, with who may be asked.
  @FunctionalInterface
  interface Act<T> {
    Job<T> start(OrderActs acts, OrderActs.At at, Attendant attendant);
  }

  /// Does something at the server and waits for it.
  <T> T act(Program program, Terminal terminal, Act<T> act) {
    OrderActs.At at = at();
    try (Session session = program.open(place, network)) {
      Attendant attendant = attendant(program, terminal, false);
      return Work.done(program, terminal, act.start(session.orders(), at, attendant), LONGEST);
    }
  }

  /// What was named.
  OrderActs.At at() {
    return new OrderActs.At(Optional.ofNullable(server), Optional.ofNullable(identity));
  }

  /// A person at the terminal, for whom the environment may know the password of a key's file.
  static Attendant attendant(Program program, Terminal terminal, boolean yes) {
    return attendant(program, terminal, yes, Optional.empty());
  }

  /// The same, with what has to be typed.
  static Attendant attendant(
      Program program, Terminal terminal, boolean yes, Optional<String> typed) {
    Attendant asking = CardOption.confirmed(program, terminal, yes, typed);
    Map<String, String> environment = program.environment();
    return new Attendant() {
      @Override
      @SuppressWarnings("unchecked")
      public <A> Optional<A> ask(Question<A> question) {
        String given = environment.get(PASSWORD);
        return given != null && question instanceof Question.Secret
            ? (Optional<A>) Optional.of(given.toCharArray())
            : asking.ask(question);
      }

      @Override
      public boolean isThere() {
        return asking.isThere();
      }
    };
  }
}
