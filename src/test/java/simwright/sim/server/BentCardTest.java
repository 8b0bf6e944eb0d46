package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.fault.Fault;
import simwright.identity.Eid;
import simwright.rsp.ActivationCode;
import simwright.sim.euicc.CardMaking;
import simwright.sim.pki.Identity;
import simwright.sim.pki.TestPki;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// What a card says is believed only as far as it is proven: a card with a wrong certificate, EID,
/// signature or echo is refused, each with its own words, and the session is ended.
class BentCardTest {
  private static final Eid EID = CardBench.eid(1);
  private static final Tag OK = Tag.of(0xa0);
  private static final Tag SEQUENCE = Tag.of(0x30);
  private static final Tag SIGNATURE = Tag.of(0x5f37);
  private static final Tag DATA = Tag.of(0xbf27);
  private static final Tag ANNOUNCED = Tag.of(0xbf2f);

  @TempDir Path folder;
  private CardBench bench;
  private Identity maker;
  private Identity card;
  private ActivationCode code;

  @BeforeEach
  void open() {
    bench = new CardBench(folder);
    maker = bench.pki.maker(EID);
    card = bench.pki.card(EID, maker);
    code = bench.order(1, UnaryOperator.identity(), "");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  /// A card with these certificates.
  private void place(Identity itself, Identity by, UnaryOperator<Tlv> bend) {
    bench.place(
        1,
        made ->
            new CardMaking(
                EID,
                itself,
                by,
                made.roots(),
                made.memory(),
                made.isdR(),
                made.allowed(),
                made.rootSmds(),
                made.kind(),
                made.pace()),
        bend);
  }

  private String refused() {
    return assertThrows(Fault.class, () -> bench.download(code)).code().toString();
  }

  private Order order() {
    return bench.orders.matching(code.matchingId());
  }

  /// The server never met the card, so its order is as it was.
  private void notEvenTold() {
    assertEquals(1, bench.called(), "initiateAuthentication alone");
    assertEquals(Order.State.RELEASED, order().state());
    assertEquals(1, bench.stages("cancelled").size(), "at the card");
    assertTrue(bench.stages("cancelled").getFirst().contains("\"outcome\":\"done\""));
    assertEquals(1, bench.stages("local-verification").size());
  }

  @Test
  void aGenuineCardIsBelieved() {
    place(card, maker, UnaryOperator.identity());
    assertTrue(bench.download(code).installed());
    assertEquals(1, bench.stages("local-verification").size());
    assertTrue(bench.stages("installation").getFirst().contains("euiccSignPIR"));
  }

  @Test
  void aCardWhoseMakerStandsUnderAnotherRootIsRefused() {
    TestPki stranger = TestPki.make(new SecureRandom(), Instant.now());
    Identity other = stranger.maker(EID);
    place(stranger.card(EID, other), other, UnaryOperator.identity());
    assertEquals("lpa/card-root", refused());
    notEvenTold();
  }

  @Test
  void aCertificateForAnotherEidIsRefused() {
    place(bench.pki.card(CardBench.eid(2), maker), maker, UnaryOperator.identity());
    assertEquals("trust/eid", refused());
    notEvenTold();
  }

  @Test
  void aMakerThatMayNotIssueTheEidIsRefused() {
    Identity other = bench.pki.maker(new Eid("89099999001234567890123456789012"));
    place(bench.pki.card(EID, other), other, UnaryOperator.identity());
    assertEquals("trust/eid-range", refused());
    notEvenTold();
  }

  @Test
  void aCardOfAnotherMakerIsRefused() {
    place(card, bench.pki.maker(EID), UnaryOperator.identity());
    assertEquals("trust/issuer", refused());
    notEvenTold();
  }

  @Test
  void aCertificateWithoutItsKeyIsRefused() {
    Identity other = bench.pki.card(EID, maker);
    place(new Identity(card.certificate(), other.key()), maker, UnaryOperator.identity());
    assertEquals("lpa/card-signature", refused());
    notEvenTold();
  }

  @Test
  void aCardThatShowsNoCertificateIsRefused() {
    place(card, maker, said -> said.tag().equals(Tag.of(0xbf38)) ? bare(said) : said);
    assertEquals("euicc/answer", refused());
  }

  private static Tlv bare(Tlv said) {
    return Tlv.of(said.tag(), Tlv.of(OK, said.get(OK).children().subList(0, 2)));
  }

  @ParameterizedTest
  @CsvSource({"80", "83", "84", "A0"})
  void anAnswerToAnotherSessionIsRefusedThoughItIsSigned(String tag) {
    Tag changed = Tag.of(Integer.parseInt(tag, 16));
    place(card, maker, said -> said.tag().equals(Tag.of(0xbf38)) ? signed(said, changed) : said);
    assertEquals("lpa/card-session", refused());
    notEvenTold();
  }

  /// The same with one element changed, signed anew by the card.
  private Tlv signed(Tlv said, Tag changed) {
    List<Tlv> parts = new ArrayList<>(said.get(OK).children());
    Tlv fresh =
        Tlv.of(
            SEQUENCE,
            parts.getFirst().children().stream()
                .map(each -> each.tag().equals(changed) ? changed(each) : each)
                .toList());
    parts.set(0, fresh);
    parts.set(1, Tlv.of(SIGNATURE, card.key().sign(fresh.raw())));
    return Tlv.of(said.tag(), Tlv.of(OK, parts));
  }

  private static Tlv changed(Tlv each) {
    return each.tag().equals(OK)
        ? Tlv.of(OK, Tlv.of(Tag.of(0x80), Asn1.text("ANOTHER-ORDER")), each.children().getLast())
        : Tlv.of(each.tag(), bent(each.value()));
  }

  private static Octets bent(Octets bytes) {
    byte[] all = bytes.toArray();
    all[all.length - 1] ^= 1;
    return Octets.of(all);
  }

  @Test
  void aPreparationThatTheCardDidNotSignEndsAtBoth() {
    place(
        card,
        maker,
        said ->
            said.tag().equals(Tag.of(0xbf21))
                ? Tlv.of(said.tag(), Tlv.of(OK, resigned(said.get(OK))))
                : said);
    assertEquals("lpa/card-signature", refused());
    assertTrue(bench.stages("cancelled").getFirst().contains("UNDEFINED"));
    assertEquals(3, bench.called(), "the package was not asked for");
    assertEquals(0, bench.onCard());
  }

  private static List<Tlv> resigned(Tlv ok) {
    return List.of(ok.get(SEQUENCE), Tlv.of(SIGNATURE, bent(ok.get(SIGNATURE).value())));
  }

  @ParameterizedTest
  @CsvSource({
    "5F37, lpa/card-signature",
    "80, lpa/card-session",
    "06, lpa/card-session",
    "5A, lpa/other-iccid"
  })
  void anAccountOfAnotherInstallationIsNotBelieved(String tag, String refusal) {
    Tag changed = Tag.of(Integer.parseInt(tag, 16));
    place(card, maker, said -> said.tag().equals(Tag.of(0xbf37)) ? account(said, changed) : said);
    Fault fault = assertThrows(Fault.class, () -> bench.download(code));
    assertEquals(refusal, fault.code().toString());
    assertTrue(fault.state().orElseThrow().startsWith("The card says: installed"), "" + fault);
    assertEquals(List.of(), bench.stages("cancelled"), "the card has ended the session itself");
  }

  private Tlv account(Tlv said, Tag changed) {
    Tlv data =
        Tlv.of(
            DATA,
            said.get(DATA).children().stream()
                .map(each -> each.tag().equals(ANNOUNCED) ? within(each, changed) : each)
                .map(each -> each.tag().equals(changed) ? changed(each) : each)
                .toList());
    Octets signature = card.key().sign(data.raw());
    boolean forged = changed.equals(SIGNATURE);
    return Tlv.of(said.tag(), data, Tlv.of(SIGNATURE, forged ? bent(signature) : signature));
  }

  /// The ICCID stands in the metadata of the notification.
  private static Tlv within(Tlv metadata, Tag changed) {
    Tag iccid = Tag.of(0x5a);
    return changed.equals(iccid)
        ? Tlv.of(
            metadata.tag(),
            metadata.children().stream()
                .map(each -> each.tag().equals(iccid) ? changed(each) : each)
                .toList())
        : metadata;
  }

  @Test
  void aCancellationThatTheCardDidNotSignIsNotToldToTheServer() {
    place(
        card,
        maker,
        said ->
            said.tag().equals(Tag.of(0xbf41))
                ? Tlv.of(said.tag(), Tlv.of(OK, resigned(said.get(OK))))
                : said);
    Fault fault =
        assertThrows(Fault.class, () -> bench.download(code, Optional.empty(), new Declining()));
    assertEquals("lpa/refused", fault.code().toString());
    assertTrue(bench.stages("cancelled").getFirst().contains("lpa/card-signature"));
    assertEquals(2, bench.called(), "cancelSession is not among them");
  }

  @Test
  void aListWithoutTheProfileIsNotPassedOver() {
    Tag list = Tag.of(0xbf2d);
    place(card, maker, said -> said.tag().equals(list) ? Tlv.of(list, Tlv.of(OK)) : said);
    assertEquals("lpa/other-iccid", refused());
  }

  /// Says no for good.
  private static final class Declining implements Attendant {
    @Override
    @SuppressWarnings("unchecked")
    public <A> Optional<A> ask(Question<A> question) {
      return (Optional<A>) Optional.of(false);
    }
  }
}
