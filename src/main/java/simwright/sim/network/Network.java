package simwright.sim.network;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/// The mobile networks around the bench: their subscribers, and whom they let in.
public final class Network {
  /// The name that the home network shows.
  public static final String NAME = "Simwright Test";

  /// The number of the home network.
  public static final String PLMN = "00101";

  /// The network that lets nobody in (EMM cause 11).
  public static final String CLOSED = "00103";

  /// The status word of AUTHENTICATE when the network's MAC is wrong (3GPP TS 31.102 clause 7.3).
  public static final int MAC_WRONG = 0x9862;

  private final Map<String, Subscription> subscribers = new HashMap<>();

  /// How long the network keeps a device away with cause 22 unless told otherwise (T3346 of 3GPP TS
  /// 24.301, whose default is 15 to 30 minutes).
  private static final Duration BACK_OFF = Duration.ofSeconds(60);

  private final Map<String, Integer> refusals = new HashMap<>();
  private final Map<String, Duration> backOffs = new HashMap<>();
  private final Map<String, Set<Trouble>> troubles = new HashMap<>();
  private final MessageCentre messages = new MessageCentre();
  private final RandomGenerator random;
  private int resynchronisations;

  /// Challenges are drawn from `random`, so that a seed makes them repeatable.
  public Network(RandomGenerator random) {
    this.random = random;
  }

  /// What can go wrong between network and card.
  public enum Trouble {
    /// The network proves itself wrongly.
    WRONG_MAC,
    /// The network answers the card's right response with AUTHENTICATION REJECT.
    REJECTS
  }

  /// What came of an attempt to register: accepted; or the EMM cause (3GPP TS 24.301 clause
  /// 9.9.3.9), whether it was AUTHENTICATION REJECT, the card's status word, and how long a
  /// congested network keeps the device away.
  public record Outcome(
      boolean accepted, int cause, boolean rejected, int statusWord, Duration backOff) {
    private Outcome(boolean accepted, int cause, boolean rejected, int statusWord) {
      this(accepted, cause, rejected, statusWord, BACK_OFF);
    }

    private static Outcome refused(int cause) {
      return new Outcome(false, cause, false, 0x9000);
    }

    private Outcome away(Duration longer) {
      return new Outcome(accepted, cause, rejected, statusWord, longer);
    }
  }

  /// Takes a subscriber into the table.
  public synchronized void subscribe(Subscription home) {
    subscribers.put(home.imsi(), home);
  }

  /// Refuses a subscriber with a cause from now on; empty lets it in again.
  public synchronized void refuse(String imsi, Optional<Integer> cause) {
    refuse(imsi, cause, BACK_OFF);
  }

  /// The same; where it is congested it keeps the device away for so long.
  public synchronized void refuse(String imsi, Optional<Integer> cause, Duration backOff) {
    cause.ifPresentOrElse(c -> refusals.put(imsi, c), () -> refusals.remove(imsi));
    backOffs.put(imsi, backOff);
  }

  /// From now on these go wrong for a subscriber.
  public synchronized void trouble(String imsi, Set<Trouble> kinds) {
    troubles.put(imsi, Set.copyOf(kinds));
  }

  /// The home's sequence number falls back, as after a restored backup.
  public synchronized void forgetSequence(String imsi) {
    Subscription home = subscribers.get(imsi);
    if (home != null) {
      home.sqn(0);
    }
  }

  /// How often a sequence number was taken over from a card.
  public synchronized int resynchronisations() {
    return resynchronisations;
  }

  /// The centre for short messages.
  public MessageCentre messages() {
    return messages;
  }

  /// A card tries to register in its home network.
  public Outcome register(Subscription card) {
    return register(card, PLMN);
  }

  /// A card tries to register in a network.
  public synchronized Outcome register(Subscription card, String plmn) {
    Integer refusal = plmn.equals(CLOSED) ? Integer.valueOf(11) : refusals.get(card.imsi());
    if (refusal != null) {
      return Outcome.refused(refusal).away(backOffs.getOrDefault(card.imsi(), BACK_OFF));
    }
    Subscription home = subscribers.get(card.imsi());
    return home == null ? Outcome.refused(8) : authenticate(home, card, true);
  }

  private Outcome authenticate(Subscription home, Subscription card, boolean mayResynchronise) {
    Set<Trouble> wrong = troubles.getOrDefault(home.imsi(), Set.of());
    Authentication.Challenge challenge = Authentication.challenge(home, random);
    if (wrong.contains(Trouble.WRONG_MAC)) {
      challenge.autn()[15] ^= 1;
    }
    return switch (Authentication.answer(card, challenge)) {
      case Authentication.CardAnswer.Response(byte[] res) ->
          Arrays.equals(res, challenge.expected()) && !wrong.contains(Trouble.REJECTS)
              ? new Outcome(true, 0, false, 0x9000)
              : new Outcome(false, 0, true, 0x9000);
      case Authentication.CardAnswer.MacFailure() -> new Outcome(false, 20, false, MAC_WRONG);
      case Authentication.CardAnswer.SynchFailure(byte[] auts) -> {
        Optional<Long> sqn = Authentication.resynchronise(home, challenge, auts);
        if (sqn.isEmpty() || !mayResynchronise) {
          yield Outcome.refused(21);
        }
        home.sqn(sqn.get());
        resynchronisations++;
        yield authenticate(home, card, false);
      }
    };
  }
}
