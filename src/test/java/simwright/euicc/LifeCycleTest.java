package simwright.euicc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import simwright.identity.Eid;
import simwright.identity.Iccid;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// Every function against a whole life cycle recorded between a public LPA and a virtual eUICC.
class LifeCycleTest {
  private static final Path RECORDING =
      Path.of("../shared/data/transcripts/lpac-lifecycle.apdu.jsonl");
  private static final List<Spoken> SPOKEN = new ArrayList<>();

  /// One STORE DATA chain and its whole answer.
  record Spoken(Octets sent, Octets answered) {}

  @BeforeAll
  static void read() throws Exception {
    assumeTrue(Files.exists(RECORDING), "the shared recording is not there");
    SPOKEN.clear();
    StringBuilder sent = new StringBuilder();
    StringBuilder answered = new StringBuilder();
    for (String line : Files.readAllLines(RECORDING)) {
      JsonNode node = new ObjectMapper().readTree(line);
      String command = node.path("c").asText();
      String response = node.path("r").asText();
      if (command.startsWith("81e2")) {
        int length = Integer.parseInt(command.substring(8, 10), 16);
        sent.append(command, 10, 10 + 2 * length);
        answered.setLength(0);
      }
      if (command.startsWith("81e2") || command.startsWith("81c0")) {
        answered.append(response, 0, response.length() - 4);
        boolean more = response.substring(response.length() - 4).startsWith("61");
        boolean last = !command.startsWith("81e211");
        if (last && !more) {
          SPOKEN.add(new Spoken(Octets.hex(sent.toString()), Octets.hex(answered.toString())));
          sent.setLength(0);
        }
      }
    }
    assertTrue(SPOKEN.size() > 40, SPOKEN.size() + " functions");
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
    InstallationResult result =
        SPOKEN.stream()
            .filter(each -> each.answered().hex().startsWith("BF37"))
            .map(each -> InstallationResult.read(Tlv.read(each.answered())))
            .findFirst()
            .orElseThrow();
    assertTrue(result instanceof InstallationResult.Installed, result.toString());
    assertEquals(java.util.Set.of(NotificationEvent.INSTALL), result.metadata().events());
  }

  @Test
  void theServerIsAuthenticatedAndTheDownloadPrepared() {
    for (int tag : new int[] {0xbf38, 0xbf21}) {
      Spoken spoken = said(Tag.of(tag)).getFirst();
      Authenticated answer = AuthenticateServer.read("x", Tlv.read(spoken.answered()));
      assertTrue(answer instanceof Authenticated.Accepted);
      assertEquals(64, ((Authenticated.Accepted) answer).signature().length());
    }
    Tlv request = Tlv.read(said(Tag.of(0xbf38)).getFirst().sent());
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
          said(request.request().tag()).stream().map(each -> each.sent().hex()).toList();
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
    for (Spoken each : said(Tag.of(0xbf2b))) {
      List<PendingNotification> fetched =
          new RetrieveNotifications(Optional.empty(), Optional.empty())
              .answer(Tlv.read(each.answered()));
      fetched.forEach(one ->
          assertTrue(listed.stream().anyMatch(other -> other.number() == one.metadata().number())));
    }
    for (Spoken each : said(Tag.of(0xbf30))) {
      assertEquals(0, new RemoveNotification(0).answer(Tlv.read(each.answered())).value());
    }
  }

  private static <R> R only(CardRequest<R> request) {
    return all(request.request().tag(), request).getFirst();
  }

  private static <R> List<R> all(Tag tag, CardRequest<R> request) {
    return said(tag).stream().map(each -> request.answer(Tlv.read(each.answered()))).toList();
  }

  private static List<Spoken> said(Tag tag) {
    List<Spoken> found =
        SPOKEN.stream().filter(each -> each.sent().hex().startsWith(tag.toString())).toList();
    assertTrue(!found.isEmpty(), "nothing was said with " + tag);
    return found;
  }
}
