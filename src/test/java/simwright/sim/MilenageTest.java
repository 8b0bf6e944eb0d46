package simwright.sim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import simwright.sim.network.Authentication;
import simwright.sim.network.Authentication.CardAnswer;
import simwright.sim.network.Milenage;
import simwright.sim.network.Network;
import simwright.sim.network.Subscription;

class MilenageTest {
  private static final HexFormat HEX = HexFormat.of();

  /// 3GPP TS 35.208 clause 4.3.1, test set 1.
  @Test
  void testSetOneOfTheStandardHolds() {
    byte[] k = HEX.parseHex("465b5ce8b199b49faa5f0a2ee238a6bc");
    byte[] rand = HEX.parseHex("23553cbe9637a89d218ae64dae47bf35");
    byte[] sqn = HEX.parseHex("ff9bb4d0b607");
    byte[] amf = HEX.parseHex("b9b9");
    byte[] op = HEX.parseHex("cdc202d5123e20f62b6d676ac72cb318");
    byte[] opc = Milenage.opc(k, op);
    assertArrayEquals(HEX.parseHex("cd63cb71954a9f4e48a5994e37a02baf"), opc);
    Milenage milenage = new Milenage(k, opc);
    assertArrayEquals(HEX.parseHex("4a9ffac354dfafb3"), milenage.f1(rand, sqn, amf));
    assertArrayEquals(HEX.parseHex("01cfaf9ec4e871e9"), milenage.f1Star(rand, sqn, amf));
    assertArrayEquals(HEX.parseHex("a54211d5e3ba50bf"), milenage.f2(rand));
    assertArrayEquals(HEX.parseHex("b40ba9a3c58b2a05bbf0d987b21bf8cb"), milenage.f3(rand));
    assertArrayEquals(HEX.parseHex("f769bcd751044604127672711c6d3441"), milenage.f4(rand));
    assertArrayEquals(HEX.parseHex("aa689c648370"), milenage.f5(rand));
    assertArrayEquals(HEX.parseHex("451e8beca43b"), milenage.f5Star(rand));
  }

  @Test
  void theNetworkLetsInWhoAnswersRightlyAndResynchronisesOnce() {
    Network network = new Network(new Random(1));
    Subscription card = subscription("001010000000001", 1, 0);
    network.subscribe(card.other(0));
    assertTrue(network.register(card).accepted());
    card.sqn(1_000_000);
    assertTrue(network.register(card).accepted());
    assertTrue(card.sqn() > 1_000_000);
  }

  @Test
  void anUnknownSubscriberIsRefusedWithCauseEight() {
    Network.Outcome outcome =
        new Network(new Random(1)).register(subscription("001010000000002", 2, 0));
    assertFalse(outcome.accepted());
    assertEquals(8, outcome.cause());
  }

  @Test
  void aCardRefusesANetworkWithAnotherKey() {
    Network network = new Network(new Random(1));
    Subscription card = subscription("001010000000003", 3, 0);
    network.subscribe(subscription("001010000000003", 4, 0));
    Network.Outcome outcome = network.register(card);
    assertFalse(outcome.accepted());
    assertEquals(Network.MAC_WRONG, outcome.statusWord());
    Authentication.Challenge challenge =
        Authentication.challenge(subscription("001010000000003", 4, 0), new Random(2));
    assertTrue(Authentication.answer(card, challenge) instanceof CardAnswer.MacFailure);
  }

  @Test
  void aRefusalByTheOperatorKeepsItsCause() {
    Network network = new Network(new Random(1));
    Subscription card = subscription("001010000000005", 5, 0);
    network.subscribe(card.other(0));
    network.refuse(card.imsi(), Optional.of(11));
    assertEquals(11, network.register(card).cause());
    network.refuse(card.imsi(), Optional.empty());
    assertTrue(network.register(card).accepted());
  }

  private static Subscription subscription(String imsi, int seed, long sqn) {
    byte[] k = new byte[16];
    byte[] opc = new byte[16];
    Random random = new Random(seed);
    random.nextBytes(k);
    random.nextBytes(opc);
    return new Subscription(imsi, "8988211000000000001", k, opc, sqn);
  }
}
