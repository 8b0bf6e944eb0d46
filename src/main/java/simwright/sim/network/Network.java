package simwright.sim.network;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// The network of the bench, 001-01: its subscribers, and whom it lets in.
public final class Network {
  /// The name that operators show.
  public static final String NAME = "Simwright Test";

  /// The number of the network.
  public static final String PLMN = "00101";

  private final Map<String, Subscription> subscribers = new HashMap<>();
  private final Map<String, Integer> refusals = new HashMap<>();
  private final RandomGenerator random;

  /// Challenges are drawn from `random`, so that a seed makes them repeatable.
  public Network(RandomGenerator random) {
    this.random = random;
  }

  /// What came of an attempt to register: accepted, or the EMM cause (3GPP TS 24.301 clause
  /// 9.9.3.9); `cardRefuses` when the card found the network's MAC wrong.
  public record Outcome(boolean accepted, int cause, boolean cardRefuses) {}

  /// Takes a subscriber into the table.
  public synchronized void subscribe(Subscription home) {
    subscribers.put(home.imsi(), home);
  }

  /// Refuses a subscriber with a cause from now on; empty lets it in again.
  public synchronized void refuse(String imsi, Optional<Integer> cause) {
    cause.ifPresentOrElse(c -> refusals.put(imsi, c), () -> refusals.remove(imsi));
  }

  /// A card tries to register.
  public synchronized Outcome register(Subscription card) {
    Integer refusal = refusals.get(card.imsi());
    if (refusal != null) {
      return new Outcome(false, refusal, false);
    }
    Subscription home = subscribers.get(card.imsi());
    if (home == null) {
      return new Outcome(false, 8, false);
    }
    return authenticate(home, card, true);
  }

  private Outcome authenticate(Subscription home, Subscription card, boolean mayResynchronise) {
    Authentication.Challenge challenge = Authentication.challenge(home, random);
    return switch (Authentication.answer(card, challenge)) {
      case Authentication.CardAnswer.Response(byte[] res) ->
          java.util.Arrays.equals(res, challenge.expected())
              ? new Outcome(true, 0, false)
              : new Outcome(false, 3, false);
      case Authentication.CardAnswer.MacFailure() -> new Outcome(false, 20, true);
      case Authentication.CardAnswer.SynchFailure(byte[] auts) -> {
        Optional<Long> sqn = Authentication.resynchronise(home, challenge, auts);
        sqn.ifPresent(home::sqn);
        yield sqn.isPresent() && mayResynchronise
            ? authenticate(home, card, false)
            : new Outcome(false, 21, false);
      }
    };
  }
}
