package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import simwright.apdu.CardChannel;
import simwright.apdu.LogicalChannel;
import simwright.apdu.RightLength;
import simwright.apdu.WholeAnswers;
import simwright.ask.Progress;
import simwright.euicc.AuthenticateServer;
import simwright.euicc.Authenticated;
import simwright.euicc.BoundProfilePackage;
import simwright.euicc.DeleteProfile;
import simwright.euicc.DeviceInfo;
import simwright.euicc.DisableProfile;
import simwright.euicc.EnableProfile;
import simwright.euicc.GetEuiccChallenge;
import simwright.euicc.GetEuiccInfo1;
import simwright.euicc.GetProfilesInfo;
import simwright.euicc.InstallationResult;
import simwright.euicc.IsdR;
import simwright.euicc.ListNotification;
import simwright.euicc.PolicyRules;
import simwright.euicc.PrepareDownload;
import simwright.euicc.ProfileInfo;
import simwright.euicc.RetrieveNotifications;
import simwright.identity.Eid;
import simwright.rsp.es9.AuthenticateClient;
import simwright.rsp.es9.GetBoundProfilePackage;
import simwright.rsp.es9.HandleNotification;
import simwright.rsp.es9.InitiateAuthentication;
import simwright.rsp.trust.Role;
import simwright.sim.euicc.CardMaking;
import simwright.sim.euicc.EuiccCard;
import simwright.sim.euicc.Upp;
import simwright.sim.pki.TestPki;
import simwright.time.Deadline;
import simwright.time.HandTime;
import simwright.tlv.Octets;

/// The simulated card and server speak the whole protocol with each other, without a wire.
class WholeDownloadTest {
  private static final Instant NOW = Instant.parse("2026-11-21T00:00:00Z");
  private static final Eid EID = new Eid("89044050001234567890123456789012");
  private static final String HOST = "smdp.simwright.test";
  private static final String ICCID = "8988211000000900011";
  private static final String IMSI = "001010000900001";

  private final SecureRandom random = new SecureRandom();
  private final Deadline deadline = new HandTime(NOW).deadline(Duration.ofMinutes(1));
  private final TestPki pki = TestPki.make(random, NOW);
  private final OrderBook orders = new OrderBook(() -> NOW);
  private EuiccCard card;
  private Smdp server;
  private IsdR isdR;

  @BeforeEach
  void make() {
    card = new EuiccCard(CardMaking.usual(pki, EID, pki.maker(EID), 300_000), random, NOW);
    orders.stock(offer(ICCID, IMSI));
    server =
        new Smdp(
            HOST,
            pki.issue(TestPki.server(Role.DP_AUTH, "DPauth", "2.999.10")),
            pki.issue(TestPki.server(Role.DP_PB, "DPpb", "2.999.10")),
            pki.root(),
            orders,
            random,
            () -> NOW);
    select();
  }

  private void select() {
    CardChannel wire = new RightLength((command, unused) -> card.transmit(command).response());
    LogicalChannel channel = LogicalChannel.open(wire, deadline);
    CardChannel whole = new WholeAnswers(channel);
    whole.transmit(
        simwright.apdu.Command.of(0, 0xa4, 4, 0).with(IsdR.AID).expecting(256), deadline);
    isdR = new IsdR(whole, 255);
  }

  private static Offer offer(String iccid, String imsi) {
    Octets k = Octets.of(new byte[16]);
    return new Offer(
        "PROD-FR-PARIS-2026",
        "Simwright Test",
        Upp.write("bench", iccid, imsi, new Upp.Aka(Upp.Aka.MILENAGE, k, k), "1234", "12345678"),
        ProfileInfo.ProfileClass.OPERATIONAL,
        PolicyRules.NONE,
        Optional.of("00101"),
        List.of(HOST));
  }

  private InstallationResult download(String matchingId, Optional<Octets> code) {
    Octets challenge = isdR.send(new GetEuiccChallenge(), deadline);
    InitiateAuthentication.Answer first =
        server.initiate(
            new InitiateAuthentication.Request(
                challenge, isdR.send(new GetEuiccInfo1(), deadline).raw(), HOST));
    Authenticated mutual =
        isdR.send(
            new AuthenticateServer(
                first.signed(),
                first.signature(),
                first.rootKey(),
                first.certificate(),
                new AuthenticateServer.Context(matchingId, DeviceInfo.of(Optional.empty()))),
            deadline);
    assertInstanceOf(Authenticated.Accepted.class, mutual);
    AuthenticateClient.Answer second =
        server.authenticate(new AuthenticateClient.Request(first.transactionId(), mutual.raw()));
    Authenticated prepared =
        isdR.send(
            new PrepareDownload(second.signed(), second.signature(), code, second.certificate()),
            deadline);
    assertInstanceOf(Authenticated.Accepted.class, prepared);
    GetBoundProfilePackage.Answer third =
        server.bind(new GetBoundProfilePackage.Request(first.transactionId(), prepared.raw()));
    return isdR.load(BoundProfilePackage.read(third.bound()), () -> deadline, Progress.none());
  }

  private String released() {
    Order order = orders.download(Optional.of(ICCID), Optional.empty());
    return orders.confirm(ICCID, Optional.empty(), Optional.empty(), "", true).matchingId();
  }

  @Test
  void aProfileIsInstalledEnabledDisabledAndDeletedAndEverythingIsTold() {
    InstallationResult result = download(released(), Optional.empty());
    assertInstanceOf(InstallationResult.Installed.class, result, result.toString());
    server.notified(new HandleNotification.Request(result.raw()));
    assertEquals(Order.State.INSTALLED, orders.all().getFirst().state());
    List<ProfileInfo> profiles = isdR.send(GetProfilesInfo.all(), deadline);
    assertEquals(ICCID, profiles.getFirst().iccid().orElseThrow().value());
    assertTrue(card.enabled().isEmpty());
    var id = profiles.getFirst().id().orElseThrow();
    assertEquals(0, isdR.send(new EnableProfile(id, true), deadline).value());
    assertTrue(card.enabled().isEmpty(), "not before it is read anew");
    card.refreshed();
    assertEquals(IMSI, card.enabled().orElseThrow().imsi());
    select();
    assertEquals(2, isdR.send(new DeleteProfile(id), deadline).value());
    assertEquals(0, isdR.send(new DisableProfile(id, false), deadline).value());
    assertEquals(0, isdR.send(new DeleteProfile(id), deadline).value());
    assertEquals(4, isdR.send(new ListNotification(Optional.empty()), deadline).size());
    assertEquals(
        4,
        isdR.send(new RetrieveNotifications(Optional.empty(), Optional.empty()), deadline).size());
  }

  @Test
  void whatIsNotOrderedIsRefusedByItsNumber() {
    Refused refused = assertThrows(Refused.class, () -> download("NOBODY-KNOWS", Optional.empty()));
    assertEquals("8.2.6", refused.status().reason().orElseThrow().subject());
    assertEquals("3.8", refused.status().reason().orElseThrow().code());
  }
}
