package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simwright.euicc.Authenticated;
import simwright.euicc.GetEuiccChallenge;
import simwright.euicc.GetEuiccInfo1;
import simwright.euicc.InstallationResult;
import simwright.rsp.Shape;
import simwright.rsp.es2.Caller;
import simwright.rsp.es2.CancelOrder;
import simwright.rsp.es2.ConfirmOrder;
import simwright.rsp.es2.ReleaseProfile;
import simwright.rsp.es9.AuthenticateClient;
import simwright.rsp.es9.InitiateAuthentication;
import simwright.rsp.serve.RspListener.Call;
import simwright.rsp.trust.Role;
import simwright.sim.pki.TestPki;

/// An SM-DS tells a card which server has something for it, until it was fetched (SGP.22 clauses
/// 3.6, 5.8).
class DiscoveryTest {
  private static final String SMDS = "smds.simwright.test";
  private static final String ICCID = "8988211000000900011";
  private static final Caller CALLER = new Caller("2.999.11", "1");

  private final Encounter both = new Encounter();
  private final Smds smds =
      new Smds(
          SMDS,
          both.pki.issue(TestPki.server(Role.DS_AUTH, "DSauth", "2.999.15")),
          both.pki.root(),
          both.random,
          () -> Encounter.NOW);
  private final OperatorSide side = new OperatorSide(Encounter.HOST, both.orders, smds, SMDS);

  private final Call called =
      new Call(
          "confirmOrder",
          new Headers(),
          Optional.of(
              both.pki
                  .issue(TestPki.server(Role.DP_TLS, "operator", CALLER.identifier()))
                  .certificate()));

  private List<AuthenticateClient.Event> events() {
    var first =
        smds.initiate(
            new InitiateAuthentication.Request(
                both.send(new GetEuiccChallenge()), both.send(new GetEuiccInfo1()).raw(), SMDS));
    Authenticated mutual = both.authenticate(first, "");
    assertInstanceOf(Authenticated.Accepted.class, mutual, "a card believes DSauth, too");
    return smds.authenticate(new AuthenticateClient.Request(first.transactionId(), mutual.raw()))
        .events();
  }

  private static void refused(
      String subject, String reason, org.junit.jupiter.api.function.Executable what) {
    var why = assertThrows(Refused.class, what).status().reason().orElseThrow();
    assertEquals(subject + "/" + reason, why.subject() + "/" + why.code());
  }

  private ConfirmOrder.Answer confirmed(String at) {
    both.orders.stock(Encounter.offer(ICCID, "001010000900001"));
    Order unused = both.orders.download(Optional.of(ICCID), Optional.of(Encounter.EID));
    return side.confirm(called, confirm(at, true));
  }

  private static ConfirmOrder.Request confirm(String at, boolean release) {
    return new ConfirmOrder.Request(
        CALLER,
        ICCID,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(at),
        release);
  }

  @Test
  void anOrderOverAnSmDsIsFoundFetchedAndGone() {
    refused("8.9.5", "3.9", this::events);
    both.server.whenInstalled(order -> smds.delete(order.matchingId()));
    String id = confirmed(SMDS).matchingId();
    assertEquals(List.of(new AuthenticateClient.Event(id, Encounter.HOST)), events());
    InstallationResult result = both.download(events().getFirst().id());
    both.tell(assertInstanceOf(InstallationResult.Installed.class, result).raw());
    refused("8.9.5", "3.9", this::events);
  }

  @Test
  void anSmDsThatNobodyKnowsIsRefused() {
    refused("8.9", "5.1", () -> confirmed("elsewhere.example.com"));
  }

  @Test
  void aCardHearsOfAnOrderOnceItIsReleasedNotBefore() {
    both.orders.stock(Encounter.offer(ICCID, "001010000900001"));
    Order unused = both.orders.download(Optional.of(ICCID), Optional.of(Encounter.EID));
    ConfirmOrder.Answer confirmed = side.confirm(called, confirm(SMDS, false));
    refused("8.9.5", "3.9", this::events);
    Shape.Nothing alsoUnused = side.release(called, new ReleaseProfile.Request(CALLER, ICCID));
    assertEquals(confirmed.matchingId(), events().getFirst().id());
    Shape.Nothing ended =
        side.cancel(called, new CancelOrder.Request(CALLER, ICCID, Optional.empty(), true));
    assertEquals(new Shape.Nothing(), ended);
    refused("8.9.5", "3.9", this::events);
  }

  @Test
  void anSmDsIsOfNoUseForAnOrderThatNamesNoCard() {
    both.orders.stock(Encounter.offer(ICCID, "001010000900001"));
    Order unused = both.orders.download(Optional.of(ICCID), Optional.empty());
    refused("8.1.1", "2.2", () -> side.confirm(called, confirm(SMDS, true)));
  }
}
