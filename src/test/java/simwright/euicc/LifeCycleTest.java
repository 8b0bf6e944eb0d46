package simwright.euicc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// Every function against a whole life cycle recorded between a public LPA and a virtual eUICC.
class LifeCycleTest {
  private LifeCycle recorded = new LifeCycle(List.of());

  @BeforeEach
  void read() throws Exception {
    assumeTrue(LifeCycle.isThere(), "the shared recording is not there");
    recorded = LifeCycle.read();
    assertTrue(recorded.spoken().size() > 40, recorded.spoken().size() + " functions");
  }

  @Test
  void theCardSaysWhoItIs() {
    Eid eid = only(new GetEid());
    assertEquals("89049032123451234512345678901235", eid.value());
    assertEquals(Eid.Check.RIGHT, eid.check());
  }

  @Test
  void theCardSaysWhatItCanDo() {
    EuiccInfo1 first = only(new GetEuiccInfo1());
    EuiccInfo2 second = only(new GetEuiccInfo2());
    assertEquals("2.6.0", first.svn());
    assertEquals(first.svn(), second.svn());
    assertEquals(
        List.of("F54172BDF98A95D65CBEB88A38A1C11D800A85C3"),
        first.rootsForVerification().stream().map(Octets::hex).toList());
    assertEquals(first.rootsForVerification(), second.rootsForVerification());
    assertEquals(first.rootsForSigning(), second.rootsForSigning());
    assertEquals(0x2EC08, second.memory().freeNonVolatile());
    assertEquals(0x2400, second.memory().freeVolatile());
    assertEquals(3, second.memory().applications());
  }

  @Test
  void theCardSaysWhereItIsConfiguredToAsk() {
    ConfiguredAddresses addresses = only(new GetConfiguredAddresses());
    assertEquals(Optional.of("rsp.example.com"), addresses.defaultSmdp());
    assertEquals(Optional.of("root-smds.example.com"), addresses.rootSmds());
    assertEquals(2, addresses.furtherSmds().size());
    assertEquals(List.of(), only(new GetRat()));
    assertEquals(16, only(new GetEuiccChallenge()).length());
  }

  @Test
  void profilesAreListedAsTheyChange() {
    List<List<ProfileInfo>> lists = all(Tag.of(0xbf2d), GetProfilesInfo.all());
    assertEquals(List.of(), lists.getFirst());
    assertTrue(lists.stream().anyMatch(list -> list.stream().anyMatch(ProfileInfo::enabled)));
    ProfileInfo installed =
        lists.stream().filter(list -> !list.isEmpty()).findFirst().orElseThrow().getFirst();
    assertTrue(installed.iccid().isPresent());
    assertTrue(installed.aid().isPresent());
    assertEquals(Optional.of(ProfileInfo.State.DISABLED), installed.state());
  }

  @Test
  void theLoadEndsWithASignedResult() {
    InstallationResult result = InstallationResult.read(recorded.answeredWith(0xbf37));
    assertTrue(result instanceof InstallationResult.Installed, result.toString());
    assertEquals(java.util.Set.of(NotificationEvent.INSTALL), result.metadata().events());
  }

  @Test
  void theServerIsAuthenticatedAndTheDownloadPrepared() {
    for (int tag : new int[] {0xbf38, 0xbf21}) {
      LifeCycle.Spoken spoken = recorded.said(Tag.of(tag)).getFirst();
      Authenticated answer = AuthenticateServer.read("x", Tlv.read(spoken.answered()));
      assertTrue(answer instanceof Authenticated.Accepted);
      assertEquals(64, ((Authenticated.Accepted) answer).signature().length());
    }
    Tlv request = recorded.sent(0xbf38);
    List<Tlv> parts = request.children();
    Tlv device = parts.get(4).get(Tag.of(0xa1));
    AuthenticateServer again =
        new AuthenticateServer(
            parts.get(0),
            parts.get(1),
            parts.get(2),
            parts.get(3),
            new AuthenticateServer.Context(
                simwright.tlv.Asn1.text(parts.get(4).get(Tag.of(0x80))),
                new DeviceInfo(
                    device.get(Tag.of(0x80)).value(),
                    device.get(Tag.of(0xa1)),
                    device.find(Tag.of(0x82)).map(Tlv::value))));
    assertEquals(request.raw().hex(), again.request().raw().hex());
  }

  @Test
  void whatIsSentIsWhatAnotherLpaSends() {
    Iccid iccid =
        all(Tag.of(0xbf2d), GetProfilesInfo.all()).stream()
            .flatMap(List::stream)
            .findFirst()
            .orElseThrow()
            .iccid()
            .orElseThrow();
    ProfileId id = new ProfileId.ByIccid(iccid);
    for (CardRequest<?> request :
        List.of(
            new GetEid(),
            new GetEuiccInfo1(),
            new GetEuiccInfo2(),
            new GetEuiccChallenge(),
            new GetConfiguredAddresses(),
            new GetRat(),
            GetProfilesInfo.all(),
            new EnableProfile(id, true),
            new DisableProfile(id, false),
            new DeleteProfile(id),
            new ListNotification(Optional.empty()))) {
      List<String> sent =
          recorded.said(request.request().tag()).stream().map(each -> each.sent().hex()).toList();
      assertTrue(
          sent.contains(request.request().raw().hex()),
          () -> request.function() + " " + request.request().raw().hex() + " not in " + sent);
    }
  }

  @Test
  void notificationsAreListedFetchedAndRemoved() {
    List<NotificationMetadata> listed =
        all(Tag.of(0xbf28), new ListNotification(Optional.empty())).stream()
            .flatMap(List::stream)
            .toList();
    assertTrue(!listed.isEmpty());
    for (LifeCycle.Spoken each : recorded.said(Tag.of(0xbf2b))) {
      List<PendingNotification> fetched =
          new RetrieveNotifications(Optional.empty(), Optional.empty())
              .answer(Tlv.read(each.answered()));
      fetched.forEach(one ->
          assertTrue(listed.stream().anyMatch(other -> other.number() == one.metadata().number())));
    }
    for (LifeCycle.Spoken each : recorded.said(Tag.of(0xbf30))) {
      assertEquals(0, new RemoveNotification(0).answer(Tlv.read(each.answered())).value());
    }
  }

  private <R> R only(CardRequest<R> request) {
    return all(request.request().tag(), request).getFirst();
  }

  private <R> List<R> all(Tag tag, CardRequest<R> request) {
    return recorded.said(tag).stream()
        .map(each -> request.answer(Tlv.read(each.answered())))
        .toList();
  }
}
