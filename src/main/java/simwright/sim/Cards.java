package simwright.sim;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileInfo;
import simwright.identity.Eid;
import simwright.sim.euicc.CardMaking;
import simwright.sim.euicc.EuiccCard;
import simwright.sim.euicc.Pace;
import simwright.sim.euicc.Upp;
import simwright.sim.modem.Persona;
import simwright.sim.network.Network;
import simwright.sim.network.Subscription;
import simwright.sim.pki.Identity;
import simwright.sim.pki.TestPki;
import simwright.sim.server.BenchServers;
import simwright.sim.server.Offer;
import simwright.time.Time;

/// Makes the eUICCs of a bench under its own root: each with an EID of its own and, in use, the
/// subscription that its device has.
final class Cards {
  private static final String MAKER = "89044050";
  private static final BigInteger MODULUS = BigInteger.valueOf(97);

  /// Room for the first profile and four or five more: less than a bench has test orders, so that a
  /// plan sees it refuse.
  private static final int MEMORY = 60_000;

  /// Room for the first profile and two or three more.
  private static final int LITTLE = 36_000;

  private final TestPki pki;
  private final SecureRandom random;
  private final Instant now;
  private final List<Eid> eids = new ArrayList<>();

  Cards(TestPki pki, SecureRandom random, Instant now) {
    this.pki = pki;
    this.random = random;
    this.now = now;
  }

  /// Under a root made now.
  static Cards fresh(Time time) {
    SecureRandom random = new SecureRandom();
    return new Cards(TestPki.make(random, time.now()), random, time.now());
  }

  TestPki pki() {
    return pki;
  }

  List<Eid> eids() {
    return List.copyOf(eids);
  }

  /// The card of a device: as it is named, "" for a consumer eUICC.
  EuiccCard make(int number, Persona.Sim first, String kind) {
    Eid eid = eid(number);
    Identity maker = pki.maker(eid);
    CardMaking usual =
        CardMaking.usual(pki, eid, maker, kind.equals("small-card") ? LITTLE : MEMORY)
            .allowing(List.of(new CardMaking.Allowed(new PolicyRules(false, false, true), true)));
    EuiccCard card = new EuiccCard(made(usual, kind), random, now);
    Subscription subscription = first.subscription();
    Offer home =
        new Offer(
            "PROD-XX-BENCH",
            Network.NAME,
            Upp.write(
                "PROD-XX-BENCH",
                subscription.iccid(),
                subscription.imsi(),
                subscription.aka(),
                first.pin(),
                first.puk()),
            ProfileInfo.ProfileClass.OPERATIONAL,
            PolicyRules.NONE,
            Optional.of(Network.PLMN),
            List.of(BenchServers.SMDP));
    card.issue(home.metadata(), home.upp(), true);
    if (card.kind() == CardMaking.Kind.CONSUMER) {
      eids.add(eid);
    }
    return card;
  }

  private static CardMaking made(CardMaking usual, String kind) {
    return switch (kind) {
      case "usim" -> usual.as(CardMaking.Kind.PLAIN);
      case "sgp02" -> usual.as(CardMaking.Kind.SM_SR);
      case "sgp32" -> usual.as(CardMaking.Kind.IOT);
      case "other-aid" -> usual.at(CardMaking.OTHER);
      case "slow-card" -> usual.at(Pace.USUAL);
      default -> usual;
    };
  }

  /// With check digits: as a number it leaves 1 when divided by 97 (GSMA SGP.29).
  private static Eid eid(int number) {
    String digits = MAKER + String.format(Locale.ROOT, "00000000000000%08d", number);
    BigInteger left = new BigInteger(digits + "00").mod(MODULUS);
    int check = MODULUS.add(BigInteger.ONE).subtract(left).mod(MODULUS).intValue();
    return new Eid(digits + String.format(Locale.ROOT, "%02d", check));
  }
}
