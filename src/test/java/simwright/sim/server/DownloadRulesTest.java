package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.ask.Attendant;
import simwright.ask.Question;
import simwright.euicc.PolicyRules;
import simwright.fault.Fault;
import simwright.identity.Imei;
import simwright.rsp.ActivationCode;
import simwright.sim.euicc.CardMaking;
import simwright.tlv.Octets;

/// What keeps a profile from being fetched: rules of the card, what a person says, a package that
/// is another one. The server hears the true reason.
class DownloadRulesTest {
  private static final PolicyRules KEPT = new PolicyRules(false, false, true);
  private static final PolicyRules LOCKED = new PolicyRules(false, true, false);

  @AutoClose private final CardBench bench;

  DownloadRulesTest(@TempDir Path folder) {
    bench = new CardBench(folder);
  }

  private ActivationCode order(PolicyRules rules, CardMaking.Allowed... allowed) {
    bench.place(1, made -> made.allowing(List.of(allowed)), UnaryOperator.identity());
    return bench.order(1, offer -> offer.under(rules), "");
  }

  private Fault stopped(ActivationCode code, Attendant person) {
    return assertThrows(Fault.class, () -> bench.download(code, Optional.empty(), person));
  }

  private void told(String reason, Order.State state, ActivationCode code) {
    assertEquals(1, bench.stages("cancelled").size());
    assertTrue(bench.stages("cancelled").getFirst().contains(reason));
    assertEquals(state, bench.orders.matching(code.matchingId()).state());
  }

  private static Answering yes() {
    return new Answering(question -> Optional.of(true));
  }

  @Test
  void rulesThatTheCardDoesNotListEndItBeforeAnybodyIsAsked() {
    ActivationCode code = order(KEPT);
    Answering person = yes();
    Fault fault = stopped(code, person);
    assertEquals("lpa/policy", fault.code().toString());
    assertTrue(fault.evidence().orElseThrow().contains("table does not allow"), "" + fault);
    assertEquals(List.of(), person.asked);
    assertEquals(3, bench.called(), "the package was not asked for");
    told("PPR_NOT_ALLOWED", Order.State.ERROR, code);
  }

  @Test
  void rulesThatNeedConsentAreAskedForByThemselves() {
    ActivationCode code = order(KEPT, new CardMaking.Allowed(KEPT, true));
    Answering no =
        new Answering(
            question -> Optional.of(!question.title().equals("Accept its policy rules?")));
    assertEquals("lpa/policy", stopped(code, no).code().toString());
    told("PPR_NOT_ALLOWED", Order.State.ERROR, code);
    ActivationCode again = order(2, KEPT);
    Answering person = yes();
    assertTrue(bench.download(again, Optional.empty(), person).installed());
    assertEquals(1, person.asked("Accept its policy rules?"));
    assertTrue(person.asked.getFirst().text().contains("it may not be deleted"));
  }

  private ActivationCode order(int number, PolicyRules rules) {
    return bench.order(number, offer -> offer.under(rules), "");
  }

  @Test
  void aLockedProfileIsTheFirstOneOrNone() {
    CardMaking.Allowed row = new CardMaking.Allowed(LOCKED, false);
    ActivationCode first = order(PolicyRules.NONE, row);
    assertTrue(bench.download(first).installed());
    ActivationCode code = order(2, LOCKED);
    assertTrue(stopped(code, yes()).evidence().orElseThrow().contains("first operational"));
    told("PPR_NOT_ALLOWED", Order.State.ERROR, code);
    bench.place(3, made -> made.allowing(List.of(row)), UnaryOperator.identity());
    assertTrue(bench.download(order(3, LOCKED)).installed());
  }

  @Test
  void aNoClosesTheOrderAndNoAnswerKeepsIt() {
    ActivationCode code = order(PolicyRules.NONE);
    assertEquals("lpa/postponed", stopped(code, Attendant.absent()).code().toString());
    told("POSTPONED", Order.State.RELEASED, code);
    Answering later = new Answering(question -> Optional.empty());
    assertEquals("lpa/postponed", stopped(code, later).code().toString());
    told("POSTPONED", Order.State.RELEASED, code);
    Answering no = new Answering(question -> Optional.of(false));
    assertEquals("lpa/refused", stopped(code, no).code().toString());
    told("END_USER_REJECTION", Order.State.ERROR, code);
  }

  @Test
  void aPersonIsToldWhatReallyGoesOut() {
    ActivationCode code = order(PolicyRules.NONE);
    Answering person = yes();
    assertTrue(bench.download(code, Optional.empty(), person).installed());
    Question<?> consent = person.asked.getFirst();
    assertTrue(consent.text().contains("00000000 as the type of the device"), consent.text());
    assertTrue(consent.text().contains("no IMEI is sent"), consent.text());
    assertTrue(consent.text().contains("Kind: operational"), consent.text());
    assertTrue(consent.text().contains("Policy: no rules."), consent.text());
    assertTrue(!consent.text().contains(CardBench.eid(1).value()), "the EID is shortened");
  }

  @Test
  void aReaderTellsTheImeiThatIsGiven() {
    ActivationCode code = order(PolicyRules.NONE);
    Answering person = yes();
    Imei imei = new Imei("490154203237518");
    assertTrue(
        bench
            .end(
                bench.acts.download(
                    bench.device, code, Optional.empty(), Optional.of(imei), person))
            .installed());
    String text = person.asked.getFirst().text();
    assertTrue(text.contains("49015420 as the type of the device"), text);
    assertTrue(text.contains("all of its IMEI " + imei.redacted() + "."), text);
  }

  @Test
  void aPackageOfAnotherProfileIsAMismatchAndAForgedOneIsNot() {
    ActivationCode code = order(PolicyRules.NONE);
    bench.smdp.misbehave(Misbehaviour.OTHER_METADATA);
    assertEquals("lpa/metadata", stopped(code, yes()).code().toString());
    told("METADATA_MISMATCH", Order.State.ERROR, code);
    bench.smdp.misbehave(null);
    ActivationCode forged = order(2, PolicyRules.NONE);
    bench.packing(DownloadRulesTest::forged);
    assertEquals("trust/message-signature", stopped(forged, yes()).code().toString());
    told("UNDEFINED", Order.State.ERROR, forged);
    assertEquals(0, bench.onCard());
  }

  /// The last byte of BF23 is the end of the server's signature.
  private static Octets forged(Octets bound) {
    simwright.tlv.Tlv whole = simwright.tlv.Tlv.read(bound);
    int at = whole.header().length() + whole.children().getFirst().raw().length() - 1;
    byte[] bytes = bound.toArray();
    bytes[at] ^= 1;
    return Octets.of(bytes);
  }

  @Test
  void aPackageThatIsLargerThanTheRoomIsAskedAboutFirst() {
    bench.place(1, made -> small(made), UnaryOperator.identity());
    ActivationCode code = bench.order(1, UnaryOperator.identity(), "");
    Answering person =
        new Answering(question -> Optional.of(question.title().equals("Download this profile?")));
    assertEquals("lpa/no-room", stopped(code, person).code().toString());
    told("POSTPONED", Order.State.RELEASED, code);
  }

  /// Room for less than a package of the bench.
  private static CardMaking small(CardMaking made) {
    return new CardMaking(
        made.eid(),
        made.card(),
        made.maker(),
        made.roots(),
        4_200,
        made.isdR(),
        made.allowed(),
        made.rootSmds(),
        made.kind(),
        made.pace());
  }
}
