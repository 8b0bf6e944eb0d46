package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.euicc.BoundProfilePackage;
import simwright.euicc.DeleteProfile;
import simwright.euicc.GetEuiccChallenge;
import simwright.euicc.GetRat;
import simwright.euicc.InstallationResult;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileInfo;
import simwright.euicc.ProfileInfo.ProfileClass;
import simwright.euicc.RetrieveNotifications;
import simwright.rsp.trust.Certificate;
import simwright.rsp.trust.Signatures;
import simwright.sim.euicc.AllowedOwner;
import simwright.sim.euicc.CardMaking;
import simwright.sim.euicc.Upp;
import simwright.tlv.Octets;
import simwright.tlv.Tag;

/// What a card makes of packages: what it installs, what it refuses for which reason, and what is
/// left when it is stopped in the middle (SGP.22 clauses 2.5.6, 5.7.6).
class InstallationTest {
  private static final String ICCID = "8988211000000900011";
  private static final String IMSI = "001010000900001";
  private static final String OTHER = "8988211000000900029";
  private static final PolicyRules KEPT = new PolicyRules(false, true, false);
  private static final int ELEMENTS = 5;

  private static InstallationResult.Failed refused(int reason, InstallationResult result) {
    var failed = assertInstanceOf(InstallationResult.Failed.class, result, result.toString());
    assertEquals(reason, failed.reason());
    return failed;
  }

  private static List<InstallationResult> waiting(Encounter both) {
    return both.send(new RetrieveNotifications(Optional.empty(), Optional.empty())).stream()
        .map(each -> InstallationResult.read(each.raw()))
        .toList();
  }

  @Test
  void theMemoryFallsByMoreThanThePackageAndMostOfItComesBack() {
    Encounter both = new Encounter();
    int before = both.free();
    var fetched = both.fetch(both.order(Encounter.offer(ICCID, IMSI)));
    assertInstanceOf(InstallationResult.Installed.class, both.load(fetched));
    int taken = before - both.free();
    int size = Encounter.upp(ICCID, IMSI, Upp.Aka.MILENAGE).bytes().length();
    assertTrue(size > 8000, "packages are as large as they usually are: " + size);
    assertTrue(taken > size, taken + " of " + size);
    assertEquals(0, both.send(new DeleteProfile(both.id(ICCID))).value());
    int back = both.free() - (before - taken);
    assertTrue(back > taken * 9 / 10 && back < taken, back + " of " + taken);
  }

  @Test
  void aSecondProfileWithTheSameIccidIsRefused() {
    Encounter both = new Encounter();
    var unused = both.install(Encounter.offer(ICCID, IMSI));
    int before = both.free();
    refused(9, both.download(both.order(Encounter.offer(ICCID, IMSI))));
    assertEquals(before, both.free());
    assertEquals(1, both.profiles().size());
  }

  @Test
  void memoryGivesOutInTheMiddleAndComesBack() {
    Encounter both = new Encounter(9_000, List.of());
    var fetched = both.fetch(both.order(Encounter.offer(ICCID, IMSI)));
    List<Octets> segments = fetched.bound().segments();
    Octets said = Octets.NONE;
    int at = 0;
    int least = Integer.MAX_VALUE;
    while (said.isEmpty()) {
      said = both.store(segments.get(at++)).data();
      least = Math.min(least, both.free());
    }
    refused(10, InstallationResult.read(simwright.tlv.Tlv.read(said)));
    assertTrue(at > 6 && at < segments.size(), at + " of " + segments.size());
    assertTrue(least < 2_000, "it fell while segments came: " + least);
    assertEquals(9_000, both.free());
    assertTrue(both.profiles().isEmpty());
  }

  @Test
  void aBrokenProfileElementIsRefused() {
    Encounter both = new Encounter();
    Upp whole = Encounter.upp(ICCID, IMSI, Upp.Aka.MILENAGE);
    Octets cut = whole.bytes().part(0, whole.bytes().length() - 20);
    Upp broken = new Upp(ICCID, IMSI, whole.aka(), whole.pin(), whole.puk(), cut);
    var offer = Encounter.offer(broken, ProfileClass.OPERATIONAL, PolicyRules.NONE);
    refused(12, both.download(both.order(offer)));
    assertEquals(Encounter.MEMORY, both.free());
  }

  @Test
  void aPackageWithAnotherIccidThanItsMetadataIsRefused() {
    Encounter both = new Encounter();
    Upp inside = Encounter.upp(OTHER, IMSI, Upp.Aka.MILENAGE);
    Upp said = new Upp(ICCID, IMSI, inside.aka(), inside.pin(), inside.puk(), inside.bytes());
    var offer = Encounter.offer(said, ProfileClass.OPERATIONAL, PolicyRules.NONE);
    refused(13, both.download(both.order(offer)));
  }

  @Test
  void aTestProfileNeedsTheTestKey() {
    Encounter both = new Encounter();
    Upp wrong = Encounter.upp(ICCID, IMSI, Upp.Aka.MILENAGE);
    refused(
        14, both.download(both.order(Encounter.offer(wrong, ProfileClass.TEST, PolicyRules.NONE))));
    Upp right = Encounter.upp(OTHER, IMSI, Upp.Aka.TEST);
    assertInstanceOf(
        InstallationResult.Installed.class,
        both.download(both.order(Encounter.offer(right, ProfileClass.TEST, PolicyRules.NONE))));
  }

  @Test
  void rulesThatTheCardDoesNotAuthoriseAreRefused() {
    Encounter none = new Encounter();
    var ruled = Encounter.offer(ICCID, IMSI, ProfileClass.OPERATIONAL, KEPT);
    refused(15, none.download(none.order(ruled)));
    Encounter allows = new Encounter(Encounter.MEMORY, List.of(new CardMaking.Allowed(KEPT, true)));
    assertInstanceOf(InstallationResult.Installed.class, allows.download(allows.order(ruled)));
    var second = Encounter.offer(OTHER, IMSI, ProfileClass.OPERATIONAL, KEPT);
    refused(15, allows.download(allows.order(second)));
  }

  @ParameterizedTest
  @CsvSource({
    "00101F, 00101, true",
    "001EEE, 00101, true",
    "001EEE, 001010, true",
    "00101E, 001019, true",
    "00101F, 001010, false",
    "00102F, 00101, false",
    "EEEEEE, , true",
    "001EEE, , false"
  })
  void rulesAreAuthorisedToTheirOwnersAlone(String row, String plmn, boolean allowed) {
    CardMaking.Allowed kept =
        new CardMaking.Allowed(KEPT, List.of(AllowedOwner.network(row)), true);
    Encounter both = new Encounter(Encounter.MEMORY, List.of(kept));
    Offer ruled = Encounter.offer(ICCID, IMSI, ProfileClass.OPERATIONAL, KEPT);
    Offer owned =
        new Offer(
            ruled.name(),
            ruled.provider(),
            ruled.upp(),
            ruled.kind(),
            ruled.rules(),
            Optional.ofNullable(plmn),
            ruled.told());
    InstallationResult said = both.download(both.order(owned));
    ProfileInfo profile = ProfileInfo.read(owned.metadata());
    boolean agreed = both.send(new GetRat()).stream().anyMatch(each -> each.isFor(profile.owner()));
    assertEquals(allowed, agreed, "as the LPA reads it");
    if (allowed) {
      assertInstanceOf(InstallationResult.Installed.class, said);
    } else {
      refused(15, said);
    }
  }

  @Test
  void everyRuleNeedsARowAndOneRowIsEnoughForEach() {
    PolicyRules undeletable = new PolicyRules(false, false, true);
    PolicyRules both = new PolicyRules(false, true, true);
    Offer ruled = Encounter.offer(ICCID, IMSI, ProfileClass.OPERATIONAL, both);
    Encounter half = new Encounter(Encounter.MEMORY, List.of(new CardMaking.Allowed(KEPT, true)));
    refused(15, half.download(half.order(ruled)));
    Encounter whole =
        new Encounter(
            Encounter.MEMORY,
            List.of(
                new CardMaking.Allowed(KEPT, true), new CardMaking.Allowed(undeletable, false)));
    InstallationResult said = whole.download(whole.order(ruled));
    assertInstanceOf(InstallationResult.Installed.class, said, said.toString());
  }

  @Test
  void everyChangedSegmentIsFound() {
    Encounter both = new Encounter();
    var fetched = both.fetch(both.order(Encounter.offer(ICCID, IMSI)));
    List<Octets> segments = fetched.bound().segments();
    for (int i = 0; i < ELEMENTS; i++) {
      assertTrue(both.store(segments.get(i)).data().isEmpty());
    }
    byte[] changed = segments.get(ELEMENTS).toArray();
    changed[40] ^= 1;
    Octets said = both.store(Octets.of(changed)).data();
    refused(8, InstallationResult.read(simwright.tlv.Tlv.read(said)));
    assertEquals(Encounter.MEMORY, both.free());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5, 6, 9, 12})
  void anInterruptedLoadIsUndoneAtPowerUpAndTold(int after) {
    Encounter both = new Encounter();
    var fetched = both.fetch(both.order(Encounter.offer(ICCID, IMSI)));
    List<Octets> segments = fetched.bound().segments();
    for (int i = 0; i < after; i++) {
      assertTrue(both.store(segments.get(i)).data().isEmpty());
    }
    both.card.reset();
    both.select();
    assertEquals(Encounter.MEMORY, both.free());
    assertTrue(both.profiles().isEmpty());
    List<InstallationResult> told = waiting(both);
    assertEquals(1, told.size());
    var failed = refused(11, told.getFirst());
    assertEquals(fetched.transactionId(), failed.transactionId().hex());
    assertEquals(Encounter.HOST, failed.metadata().address());
    Certificate card = Certificate.read(cardCertificate(both));
    assertTrue(
        Signatures.verify(
            card,
            failed.raw().get(Tag.of(0xbf27)).raw(),
            failed.raw().get(Tag.of(0x5f37)).value()));
    both.card.reset();
    both.select();
    assertEquals(1, waiting(both).size(), "it is told once");
    assertEquals(0x6985, both.store(segments.get(after)).status().value());
  }

  private static simwright.tlv.Tlv cardCertificate(Encounter both) {
    var first = both.initiate();
    return both.authenticate(first, "ANY").raw().get(Tag.of(0xa0)).all(Tag.of(0x30)).get(1);
  }

  @Test
  void aFailedLoadIsRepeatedWithTheSameMatchingIdentifier() {
    Encounter both = new Encounter();
    String id = both.order(Encounter.offer(ICCID, IMSI));
    List<Octets> segments = both.fetch(id).bound().segments();
    for (Octets each : segments.subList(0, 6)) {
      assertTrue(both.store(each).data().isEmpty());
    }
    both.card.reset();
    both.select();
    assertInstanceOf(InstallationResult.Installed.class, both.download(id));
    assertEquals(2, waiting(both).size());
  }

  @Test
  void aNewChallengeEndsALoadAndTheNextPackageIsTaken() {
    Encounter both = new Encounter();
    String id = both.order(Encounter.offer(ICCID, IMSI));
    List<Octets> segments = both.fetch(id).bound().segments();
    for (Octets each : segments.subList(0, 7)) {
      assertTrue(both.store(each).data().isEmpty());
    }
    var unused = both.send(new GetEuiccChallenge());
    assertEquals(0x6a88, both.store(segments.get(7)).status().value());
    assertInstanceOf(InstallationResult.Installed.class, both.download(id));
    List<InstallationResult> told = waiting(both);
    assertEquals(2, told.size());
    refused(11, told.getFirst());
    int taken = Encounter.MEMORY - both.free();
    int size = Encounter.upp(ICCID, IMSI, Upp.Aka.MILENAGE).bytes().length();
    assertTrue(taken < 2 * size, "the room of the first is free again: " + taken);
  }

  @Test
  void segmentsOutOfOrderAreRefusedAndTheRightOneGoesOn() {
    Encounter both = new Encounter();
    var fetched = both.fetch(both.order(Encounter.offer(ICCID, IMSI)));
    List<Octets> segments = fetched.bound().segments();
    assertEquals(0x6985, both.store(segments.get(ELEMENTS)).status().value(), "before the first");
    assertEquals(0x9000, both.store(segments.get(0)).status().value());
    assertEquals(0x6a88, both.store(segments.get(4)).status().value(), "elements first");
    assertEquals(0x6a88, both.store(segments.get(0)).status().value(), "the first again");
    for (Octets each : segments.subList(1, segments.size() - 1)) {
      assertTrue(both.store(each).data().isEmpty());
    }
    assertInstanceOf(
        InstallationResult.Installed.class,
        InstallationResult.read(simwright.tlv.Tlv.read(both.store(segments.getLast()).data())));
    assertEquals(0x6985, both.store(segments.getLast()).status().value(), "after the last");
  }

  @Test
  void aPackageForAnotherSessionIsRefused() {
    Encounter both = new Encounter();
    String id = both.order(Encounter.offer(ICCID, IMSI));
    BoundProfilePackage kept = both.fetch(id).bound();
    var unused = both.fetch(id);
    refused(3, both.load(new Encounter.Fetched("", kept)));
  }
}
