package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import simwright.apdu.Response;
import simwright.euicc.InstallationResult;
import simwright.euicc.LifeCycle;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileInfo;
import simwright.identity.Eid;
import simwright.sim.euicc.Upp;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// A whole life cycle recorded with another eUICC (see ORIGIN.md), request by request against the
/// simulated one: the same answers where no key is involved, and where its own keys are others the
/// refusal of the standard.
class RecordedLifeCycleTest {
  private static final Eid EID = new Eid("89049032123451234512345678901235");
  private static final String HOST = "testsmdpplus1.example.com";
  private static final int BEFORE = 5;
  private static final int LOADED = 28;

  private final Encounter both =
      new Encounter(HOST, EID, Encounter.MEMORY, List.of(), making -> making);
  private List<LifeCycle.Spoken> spoken = List.of();

  private void read() throws Exception {
    assumeTrue(LifeCycle.isThere(), "the shared recording is not there");
    spoken = LifeCycle.read().spoken();
    assertEquals(47, spoken.size());
  }

  @Test
  void anEmptyCardSaysTheSame() throws Exception {
    read();
    assertEquals(spoken.get(0).answered(), both.store(spoken.get(0).sent()).data(), "EID");
    assertEquals(spoken.get(4).answered(), both.store(spoken.get(4).sent()).data(), "no profile");
    for (int i : new int[] {1, 2, 3, 5, 6}) {
      Tlv recorded = Tlv.read(spoken.get(i).answered());
      Tlv own = Tlv.read(both.store(spoken.get(i).sent()).data());
      assertEquals(recorded.tag(), own.tag());
      // addresses, versions and roots are each card's own; what is told of is the same
      if (i == 3) {
        assertEquals(tags(recorded).subList(0, 8), tags(own).subList(0, 8), "EuiccInfo2");
      } else if (i > BEFORE) {
        assertEquals(tags(recorded), tags(own), "EuiccInfo1");
      }
    }
    assertEquals(
        spoken.get(5).answered().length(), both.store(spoken.get(5).sent()).data().length());
  }

  private static List<Tag> tags(Tlv tlv) {
    return tlv.children().stream().map(Tlv::tag).toList();
  }

  @Test
  void aServerUnderAnotherRootIsRefusedStepByStep() throws Exception {
    read();
    Octets unused = both.store(spoken.get(5).sent()).data();
    assertEquals(7, refusal(both.store(spoken.get(7).sent())), "its root is unknown");
    assertEquals(4, refusal(both.store(spoken.get(8).sent())), "there is no session");
    for (int i = 9; i < LOADED; i++) {
      Response said = both.store(spoken.get(i).sent());
      assertEquals(0x6985, said.status().value(), "segment " + (i - 9));
    }
    assertTrue(both.profiles().isEmpty());
  }

  private static int refusal(Response said) {
    Tlv error = Tlv.read(said.data()).get(Tag.of(0xa1));
    assertEquals(16, error.get(Tag.of(0x80)).value().length(), "the transaction is named");
    return simwright.tlv.Asn1.integer(error.get(Tag.of(0x02)));
  }

  @Test
  void theSameProfileLivesTheSameLife() throws Exception {
    read();
    Tlv metadata = recordedMetadata();
    ProfileInfo info = ProfileInfo.read(metadata);
    String iccid = info.iccid().orElseThrow().value();
    Offer offer =
        new Offer(
            info.name().orElseThrow(),
            info.provider().orElseThrow(),
            Encounter.upp(iccid, "001010123456063", Upp.Aka.MILENAGE),
            ProfileInfo.ProfileClass.OPERATIONAL,
            PolicyRules.NONE,
            Optional.empty(),
            List.of(HOST));
    InstallationResult result = both.download(both.order(offer));
    Tlv recorded = Tlv.read(spoken.get(LOADED - 1).answered());
    assertEquals(
        recorded.get(Tag.of(0xbf27)).get(Tag.of(0xbf2f)),
        result.raw().get(Tag.of(0xbf27)).get(Tag.of(0xbf2f)));
    assertEquals(
        recorded.get(Tag.of(0xbf27)).get(Tag.of(0xa2)),
        result.raw().get(Tag.of(0xbf27)).get(Tag.of(0xa2)));
    List<String> differing = new ArrayList<>();
    for (int i = LOADED; i < spoken.size(); i++) {
      Octets own = both.store(spoken.get(i).sent()).data();
      if (both.card.refreshWaits()) {
        both.card.refreshed();
        both.select();
      }
      if (!same(spoken.get(i), own)) {
        differing.add(i + ": " + spoken.get(i).answered() + " and " + own);
      }
    }
    assertEquals(List.of(), differing);
  }

  /// The 88 segments of the recording, without their MACs.
  private Tlv recordedMetadata() {
    Tlv segment = Tlv.read(spoken.get(12).sent());
    return Tlv.read(segment.value().part(0, segment.value().length() - 8));
  }

  /// Signed notifications are the same but for signatures, certificates and the transaction.
  private static boolean same(LifeCycle.Spoken recorded, Octets own) {
    Tlv there = Tlv.read(recorded.answered());
    Tlv here = Tlv.read(own);
    return there.tag().equals(Tag.of(0xbf2b))
        ? notified(there).equals(notified(here))
        : there.equals(here);
  }

  private static List<Tlv> notified(Tlv list) {
    return list.tree().stream().filter(each -> each.tag().equals(Tag.of(0xbf2f))).toList();
  }
}
