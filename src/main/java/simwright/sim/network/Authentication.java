package simwright.sim.network;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Authentication and key agreement between network and card (3GPP TS 33.102 clause 6.3), with
/// resynchronisation.
public final class Authentication {
  private static final byte[] AMF = {(byte) 0x80, 0};
  private static final byte[] AMF_RESYNC = {0, 0};

  private Authentication() {}

  /// How the card answers a challenge.
  public sealed interface CardAnswer {
    /// RES.
    record Response(byte[] res) implements CardAnswer {}

    /// The network's MAC is wrong: status word 9862.
    record MacFailure() implements CardAnswer {}

    /// The sequence number is too old: AUTS with the card's own.
    record SynchFailure(byte[] auts) implements CardAnswer {}
  }

  /// What the network sends: RAND and AUTN.
  public record Challenge(byte[] rand, byte[] autn, byte[] expected) {}

  /// Makes a challenge with the next sequence number.
  public static Challenge challenge(Subscription home, RandomGenerator random) {
    byte[] rand = new byte[16];
    random.nextBytes(rand);
    home.sqn(home.sqn() + 32);
    byte[] sqn = octets(home.sqn());
    Milenage milenage = home.milenage();
    byte[] autn = new byte[16];
    System.arraycopy(Milenage.xor(sqn, milenage.f5(rand)), 0, autn, 0, 6);
    System.arraycopy(AMF, 0, autn, 6, 2);
    System.arraycopy(milenage.f1(rand, sqn, AMF), 0, autn, 8, 8);
    return new Challenge(rand, autn, milenage.f2(rand));
  }

  /// The card's side of AUTHENTICATE (3GPP TS 31.102 clause 7.1.1).
  public static CardAnswer answer(Subscription card, Challenge challenge) {
    Milenage milenage = card.milenage();
    byte[] sqn = Milenage.xor(Arrays.copyOf(challenge.autn(), 6), milenage.f5(challenge.rand()));
    byte[] amf = Arrays.copyOfRange(challenge.autn(), 6, 8);
    byte[] mac = Arrays.copyOfRange(challenge.autn(), 8, 16);
    if (!Arrays.equals(mac, milenage.f1(challenge.rand(), sqn, amf))) {
      return new CardAnswer.MacFailure();
    }
    if (number(sqn) <= card.sqn()) {
      byte[] own = octets(card.sqn());
      byte[] auts = Arrays.copyOf(Milenage.xor(own, milenage.f5Star(challenge.rand())), 14);
      System.arraycopy(milenage.f1Star(challenge.rand(), own, AMF_RESYNC), 0, auts, 6, 8);
      return new CardAnswer.SynchFailure(auts);
    }
    card.sqn(number(sqn));
    return new CardAnswer.Response(milenage.f2(challenge.rand()));
  }

  /// The card's sequence number out of AUTS, when its MAC-S is right.
  public static Optional<Long> resynchronise(Subscription home, Challenge challenge, byte[] auts) {
    Milenage milenage = home.milenage();
    byte[] sqn = Milenage.xor(Arrays.copyOf(auts, 6), milenage.f5Star(challenge.rand()));
    byte[] mac = Arrays.copyOfRange(auts, 6, 14);
    return Arrays.equals(mac, milenage.f1Star(challenge.rand(), sqn, AMF_RESYNC))
        ? Optional.of(number(sqn))
        : Optional.empty();
  }

  private static byte[] octets(long sqn) {
    byte[] octets = new byte[6];
    for (int i = 0; i < 6; i++) {
      octets[i] = (byte) (sqn >>> (8 * (5 - i)));
    }
    return octets;
  }

  private static long number(byte[] octets) {
    long number = 0;
    for (byte octet : octets) {
      number = number << 8 | (octet & 0xff);
    }
    return number;
  }
}
