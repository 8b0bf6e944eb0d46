package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.euicc.Authenticated;
import simwright.euicc.DeleteProfile;
import simwright.euicc.InstallationResult;
import simwright.identity.Eid;
import simwright.rsp.es9.AuthenticateClient;
import simwright.rsp.es9.GetBoundProfilePackage;
import simwright.sim.server.Order.State;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// What an SM-DP+ makes of orders and of those who come for them (SGP.22 clauses 3.1, 5.3, 5.6).
class OrdersTest {
  private static final String ICCID = "8988211000000900011";
  private static final String IMSI = "001010000900001";
  private static final Eid OTHER = new Eid("89044050001234567890123456789024");

  private final Encounter both = new Encounter();

  private static void refused(String subject, String reason, Executable what) {
    var why = assertThrows(Refused.class, what).status().reason().orElseThrow();
    assertEquals(subject + "/" + reason, why.subject() + "/" + why.code());
  }

  private Order order() {
    return both.orders.all().getLast();
  }

  private String ordered() {
    return both.order(Encounter.offer(ICCID, IMSI));
  }

  @Test
  void anOrderGoesThroughItsStates() {
    OrderBook book = both.orders;
    book.stock(Encounter.offer(ICCID, IMSI));
    assertEquals(State.AVAILABLE, order().state());
    refused("8.2.1", "3.5", () -> book.confirm(ICCID, none(), Optional.empty(), "", true));
    assertEquals(State.ALLOCATED, book.download(Optional.of(ICCID), none()).state());
    refused("8.2.1", "3.3", () -> book.download(Optional.of(ICCID), none()));
    refused("8.2.1", "3.5", () -> book.release(ICCID));
    String id = book.confirm(ICCID, none(), Optional.of("ONE"), "", false).matchingId();
    assertEquals(State.CONFIRMED, order().state());
    refused("8.2", "1.2", () -> both.metadata(id));
    book.release(ICCID);
    assertEquals(State.RELEASED, order().state());
    var fetched = both.fetch(id);
    assertEquals(State.DOWNLOADED, order().state());
    both.tell(both.load(fetched).raw());
    assertEquals(State.INSTALLED, order().state());
    refused("8.2.1", "3.5", () -> book.cancel(ICCID, none(), true));
    refused("8.2.1", "3.9", () -> book.release("8900000000000000000"));
  }

  private static Optional<Eid> none() {
    return Optional.empty();
  }

  @Test
  void aCancelledOrderIsAvailableAgainOrGoneForGood() {
    OrderBook book = both.orders;
    String id = ordered();
    assertEquals(id, book.cancel(ICCID, none(), true));
    assertEquals(State.AVAILABLE, order().state());
    refused("8.2.6", "3.8", () -> both.metadata(id));
    refused("8.2.1", "3.5", () -> book.cancel(ICCID, none(), true));
    Order again = book.download(Optional.of(ICCID), Optional.of(OTHER));
    assertEquals(State.LINKED, again.state());
    refused("8.1.1", "3.10", () -> book.cancel(ICCID, Optional.of(Encounter.EID), true));
    assertEquals("", book.cancel(ICCID, Optional.of(OTHER), false));
    assertEquals(State.UNAVAILABLE, order().state());
    refused("8.2.1", "3.3", () -> book.download(Optional.of(ICCID), none()));
  }

  @Test
  void oneOfAKindIsTakenWhileThereIsOne() {
    OrderBook book = both.orders;
    book.stock(Encounter.offer(ICCID, IMSI));
    refused("8.2.5", "3.9", () -> book.download(none(String.class), Optional.of("GOLD"), none()));
    refused("8.2.5", "3.8", () -> book.download(Optional.of(ICCID), Optional.of("GOLD"), none()));
    assertEquals(
        State.ALLOCATED, book.download(Optional.empty(), Optional.of("PROD"), none()).state());
    refused("8.2.5", "3.7", () -> book.download(none(String.class), Optional.of("PROD"), none()));
  }

  private static <T> Optional<T> none(Class<T> kind) {
    return Optional.<Object>empty().map(kind::cast);
  }

  @Test
  void whatIsNotFetchedInThirtyDaysExpires() {
    OrderBook book = both.orders;
    book.stock(Encounter.offer(ICCID, IMSI));
    Order order = book.download(Optional.of(ICCID), none());
    String id = book.confirm(ICCID, none(), Optional.empty(), "", false).matchingId();
    both.time.advance(Duration.ofDays(40));
    assertEquals(order, book.release(ICCID), "the time runs from the release");
    both.time.advance(Duration.ofDays(30));
    assertEquals(ICCID, read(both.metadata(id)));
    both.time.advance(Duration.ofSeconds(1));
    refused("8.8.5", "4.10", () -> both.metadata(id));
    assertEquals(State.ERROR, order.state());
    refused("8.2.6", "3.8", () -> both.metadata(id));
  }

  @Test
  void anOrderForACardIsLinkedAndForNoOther() {
    both.orders.stock(Encounter.offer(ICCID, IMSI));
    Order linked = both.orders.download(Optional.of(ICCID), Optional.of(OTHER));
    assertEquals(State.LINKED, linked.state());
    refused(
        "8.1.1",
        "3.10",
        () -> both.orders.confirm(ICCID, Optional.of(Encounter.EID), Optional.empty(), "", true));
    String id = both.orders.confirm(ICCID, none(), Optional.empty(), "", true).matchingId();
    refused("8.1.1", "3.8", () -> both.metadata(id));
    assertEquals(State.RELEASED, order().state());
  }

  @Test
  void aCardWithoutAMatchingIdentifierGetsWhatWaitsForIt() {
    refused("8.2.6", "3.8", () -> both.metadata(""));
    both.orders.stock(Encounter.offer(ICCID, IMSI));
    Order linked = both.orders.download(Optional.of(ICCID), Optional.of(Encounter.EID));
    Order unused = both.orders.confirm(ICCID, linked.eid(), Optional.empty(), "", true);
    assertInstanceOf(InstallationResult.Installed.class, both.download(""));
  }

  @Test
  void aMatchingIdentifierIsGivenOnce() {
    both.orders.stock(Encounter.offer(ICCID, IMSI));
    both.orders.stock(Encounter.offer("8988211000000900029", IMSI));
    Order one = both.orders.download(Optional.empty(), none());
    Order two = both.orders.download(Optional.empty(), none());
    Order unused = confirmed(one, "SAME");
    refused("8.2.6", "3.3", () -> confirmed(two, "SAME"));
  }

  private Order confirmed(Order order, String id) {
    String iccid = order.offer().upp().iccid();
    return both.orders.confirm(iccid, none(), Optional.of(id), "", true);
  }

  @Test
  void aDeletedProfileDoesNotReviveItsCode() {
    String id = ordered();
    both.tell(both.download(id).raw());
    assertEquals(0, both.send(new DeleteProfile(both.id(ICCID))).value());
    refused("8.2.6", "3.8", () -> both.metadata(id));
  }

  @Test
  void attemptsAreCounted() {
    String id = ordered();
    for (int i = 0; i < 10; i++) {
      assertEquals(ICCID, read(both.metadata(id)));
    }
    refused("8.8.5", "6.4", () -> both.metadata(id));
    assertEquals(State.ERROR, order().state());
    refused("8.2.6", "3.8", () -> both.metadata(id));
  }

  private static String read(AuthenticateClient.Answer answer) {
    return simwright.euicc.ProfileInfo.read(answer.metadata()).iccid().orElseThrow().value();
  }

  @Test
  void wrongConfirmationCodesAreCounted() {
    String id = both.order(Encounter.offer(ICCID, IMSI), "4711");
    refused("8.2.7", "2.2", () -> both.fetch(id));
    for (int i = 0; i < 2; i++) {
      refused("8.2.7", "3.8", () -> fetch(id, "0000"));
    }
    assertInstanceOf(InstallationResult.Installed.class, both.load(fetch(id, "4711")));
  }

  @Test
  void afterTheLastWrongCodeTheOrderIsOver() {
    String id = both.order(Encounter.offer(ICCID, IMSI), "4711");
    for (int i = 0; i < 2; i++) {
      refused("8.2.7", "3.8", () -> fetch(id, "0000"));
    }
    refused("8.2.7", "6.4", () -> fetch(id, "0000"));
    refused("8.2.6", "3.8", () -> fetch(id, "4711"));
  }

  private Encounter.Fetched fetch(String id, String code) {
    AuthenticateClient.Answer second = both.metadata(id);
    Octets transaction = Octets.hex(second.transactionId());
    Authenticated prepared =
        both.prepare(second, Optional.of(ConfirmationCodes.hash(code, transaction)));
    var third =
        both.server.bind(
            new GetBoundProfilePackage.Request(second.transactionId(), prepared.raw()));
    return new Encounter.Fetched(
        second.transactionId(), simwright.euicc.BoundProfilePackage.read(third.bound()));
  }

  @Test
  void aSessionEndsAfterAWhileButItsResultIsHeard() {
    String id = ordered();
    AuthenticateClient.Answer second = both.metadata(id);
    Authenticated prepared = both.prepare(second, Optional.empty());
    both.time.advance(Duration.ofMinutes(20));
    refused(
        "8.10.1",
        "3.9",
        () ->
            both.server.bind(
                new GetBoundProfilePackage.Request(second.transactionId(), prepared.raw())));
    var fetched = both.fetch(id);
    both.time.advance(Duration.ofMinutes(20));
    both.tell(both.load(fetched).raw());
    assertEquals(State.INSTALLED, order().state());
  }

  @Test
  void anInterruptedDownloadIsBoundAgainToTheSameKey() {
    String id = ordered();
    var fetched = both.fetch(id);
    Octets unused = both.store(fetched.bound().segments().getFirst()).data();
    both.card.reset();
    both.select();
    AuthenticateClient.Answer second = both.metadata(id);
    assertTrue(second.signed().find(Tag.of(0x5f49)).isPresent(), "the key of the first attempt");
    Tlv prepared = both.prepare(second, Optional.empty()).raw();
    assertEquals(
        second.signed().get(Tag.of(0x5f49)),
        prepared.get(Tag.of(0xa0)).get(Tag.of(0x30)).get(Tag.of(0x5f49)));
    assertInstanceOf(InstallationResult.Installed.class, both.download(id));
  }

  @Test
  void aServerMayRefuseToBindAgain() {
    String id = ordered();
    var unused = both.fetch(id);
    both.server.misbehave(Misbehaviour.NO_REBINDING);
    refused("8.2", "3.7", () -> both.fetch(id));
  }

  @Test
  void aDownloadedProfileIsForThatCardAlone() {
    String id = ordered();
    var unused = both.fetch(id);
    var other = both.another(OTHER, Encounter.MEMORY, List.of(), made -> made);
    var isdR = both.select(other);
    var challenge = isdR.send(new simwright.euicc.GetEuiccChallenge(), both.deadline);
    var first =
        both.server.initiate(
            new simwright.rsp.es9.InitiateAuthentication.Request(
                challenge,
                isdR.send(new simwright.euicc.GetEuiccInfo1(), both.deadline).raw(),
                Encounter.HOST));
    Authenticated mutual =
        isdR.send(
            new simwright.euicc.AuthenticateServer(
                first.signed(),
                first.signature(),
                first.rootKey(),
                first.certificate(),
                new simwright.euicc.AuthenticateServer.Context(
                    id, simwright.euicc.DeviceInfo.of(Optional.empty()))),
            both.deadline);
    refused(
        "8.1.1",
        "3.8",
        () ->
            both.server.authenticate(
                new AuthenticateClient.Request(first.transactionId(), mutual.raw())));
  }

  @ParameterizedTest
  @CsvSource({
    "0, ERROR", // the user rejects
    "1, RELEASED", // postponed
    "2, RELEASED", // timed out
    "3, ERROR", // policy rules not allowed
    "4, ERROR", // other metadata
    "5, ERROR", // loading failed
    "127, ERROR"
  })
  void theReasonOfACancellationDecidesWhatBecomesOfTheOrder(int reason, State state) {
    String id = ordered();
    AuthenticateClient.Answer second = both.metadata(id);
    Tlv said =
        Tlv.read(
            both.store(
                    Tlv.of(
                            Tag.of(0xbf41),
                            Tlv.of(Tag.of(0x80), Octets.hex(second.transactionId())),
                            Tlv.of(Tag.of(0x81), Octets.of(reason)))
                        .raw())
                .data());
    var unused =
        both.server.cancel(
            new simwright.rsp.es9.CancelSession.Request(second.transactionId(), said));
    assertEquals(state, order().state());
    refused(
        "8.10.1",
        "3.9",
        () ->
            both.server.cancel(
                new simwright.rsp.es9.CancelSession.Request(second.transactionId(), said)));
  }

  @Test
  void aChangedPackageIsRefusedByTheCardAndMayBeFetchedAgain() {
    String id = ordered();
    both.server.misbehave(Misbehaviour.WRONG_PACKAGE);
    var failed = assertInstanceOf(InstallationResult.Failed.class, both.download(id));
    assertEquals(8, failed.reason());
    both.tell(failed.raw());
    assertEquals(State.RELEASED, order().state());
    both.server.misbehave(null);
    assertInstanceOf(InstallationResult.Installed.class, both.download(id));
  }

  @Test
  void wrongSignaturesAndRolesAreRefusedByTheCard() {
    String id = ordered();
    both.server.misbehave(Misbehaviour.WRONG_SIGNATURE);
    refusedByCard(2, both.authenticate(both.initiate(), id));
    both.server.misbehave(Misbehaviour.WRONG_ROLE);
    refusedByCard(1, both.authenticate(both.initiate(), id));
    both.server.misbehave(null);
    var first = both.initiate();
    Authenticated mutual = both.authenticate(first, id);
    both.server.misbehave(Misbehaviour.WRONG_SIGNATURE);
    var second =
        both.server.authenticate(
            new AuthenticateClient.Request(first.transactionId(), mutual.raw()));
    refusedByCard(2, both.prepare(second, Optional.empty()));
  }

  private static void refusedByCard(int code, Authenticated said) {
    assertEquals(code, assertInstanceOf(Authenticated.Refused.class, said).code().value());
  }

  @Test
  void otherMetadataThanShownComeInThePackage() {
    String id = ordered();
    AuthenticateClient.Answer second = both.metadata(id);
    both.server.misbehave(Misbehaviour.OTHER_METADATA);
    var fetched = both.fetch(id);
    String inside = fetched.bound().metadataSegments().getFirst().raw().hex();
    assertTrue(inside.contains(hex("OTHER-PLACE-2026")));
    assertTrue(second.metadata().raw().hex().contains(hex("PROD-FR-PARIS-2026")));
  }

  private static String hex(String text) {
    return Octets.of(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII)).hex();
  }
}
