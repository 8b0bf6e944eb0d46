package simwright.sim.modem;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import simwright.sim.euicc.EuiccCard;
import simwright.sim.euicc.Upp;
import simwright.sim.network.Subscription;

/// What sits in a slot: a plain USIM, or an eUICC of which the profile in use is the card. The
/// modem knows of it what it read when it last powered it up.
interface Chip {
  /// The card as the modem read it; empty where no profile is in use.
  Optional<Card> card();

  /// Supply is switched on: verification and sessions are gone, and the card is read.
  void powerUp();

  /// The eUICC, where it is one.
  Optional<EuiccCard> euicc();

  /// A plain USIM.
  record Plain(Card own) implements Chip {
    @Override
    public Optional<Card> card() {
      return Optional.of(own);
    }

    @Override
    public void powerUp() {
      own.reset();
    }

    @Override
    public Optional<EuiccCard> euicc() {
      return Optional.empty();
    }
  }

  /// An eUICC. What belongs to a profile (PIN with its tries, forbidden networks, messages) stays
  /// with it over switches.
  final class Profiles implements Chip {
    private static final String PIN = "1234";
    private static final String PUK = "12345678";
    private static final int LAST_DIGITS = 5;

    private final EuiccCard euicc;
    private final Map<String, Card> cards = new HashMap<>();
    private @Nullable Card seen;

    Profiles(EuiccCard euicc, Persona.Sim first) {
      this.euicc = euicc;
      cards.put(first.subscription().iccid(), new Card(first));
      seen = euicc.enabled().map(this::card).orElse(null);
    }

    @Override
    public Optional<Card> card() {
      return Optional.ofNullable(seen);
    }

    @Override
    public void powerUp() {
      euicc.reset();
      Card now = euicc.enabled().map(this::card).orElse(null);
      seen = now;
      if (now != null) {
        now.reset();
      }
    }

    @Override
    public Optional<EuiccCard> euicc() {
      return Optional.of(euicc);
    }

    private Card card(Upp profile) {
      return cards.computeIfAbsent(profile.iccid(), iccid -> new Card(sim(profile)));
    }

    private static Persona.Sim sim(Upp profile) {
      Subscription subscription =
          new Subscription(
              profile.imsi(),
              profile.iccid(),
              profile.aka().k().toArray(),
              profile.aka().opc().toArray(),
              0);
      String imsi = profile.imsi();
      String number = "+999002" + imsi.substring(imsi.length() - LAST_DIGITS);
      return new Persona.Sim(
          subscription, profile.pin().orElse(PIN), profile.puk().orElse(PUK), number);
    }
  }
}
