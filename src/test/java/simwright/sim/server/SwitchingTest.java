package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import simwright.euicc.Authenticated;
import simwright.euicc.DeleteProfile;
import simwright.euicc.DisableProfile;
import simwright.euicc.EnableProfile;
import simwright.euicc.GetEuiccChallenge;
import simwright.euicc.ListNotification;
import simwright.euicc.MemoryReset;
import simwright.euicc.NotificationEvent;
import simwright.euicc.NotificationMetadata;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileId;
import simwright.euicc.ProfileInfo.ProfileClass;
import simwright.euicc.RemoveNotification;
import simwright.sim.euicc.CardMaking;
import simwright.sim.euicc.Upp;
import simwright.tlv.Octets;
import simwright.tlv.Tlv;

/// How a card switches, keeps and gives up profiles, and what it tells of it (SGP.22 clauses 2.9,
/// 3.5, 5.7.16 to 5.7.19).
class SwitchingTest {
  private static final String A = "8988211000000900011";
  private static final String B = "8988211000000900029";
  private static final String T = "8988211000000900037";
  private static final String IMSI_A = "001010000900001";
  private static final String IMSI_B = "001010000900002";
  private static final PolicyRules STAYS_ENABLED = new PolicyRules(false, true, false);
  private static final PolicyRules STAYS = new PolicyRules(false, false, true);

  private final Encounter both =
      new Encounter(
          Encounter.MEMORY,
          List.of(
              new CardMaking.Allowed(STAYS_ENABLED, true), new CardMaking.Allowed(STAYS, false)));

  private int enable(ProfileId id, boolean refresh) {
    return both.send(new EnableProfile(id, refresh)).value();
  }

  private ProfileId ruled(PolicyRules rules) {
    return both.install(Encounter.offer(A, IMSI_A, ProfileClass.OPERATIONAL, rules));
  }

  private ProfileId forTest() {
    return both.install(
        Encounter.offer(
            Encounter.upp(T, IMSI_B, Upp.Aka.TEST), ProfileClass.TEST, PolicyRules.NONE));
  }

  private Optional<String> imsi() {
    return both.card.enabled().map(Upp::imsi);
  }

  @Test
  void withTheFlagASwitchWaitsForTheDeviceAndWithoutItIsNow() {
    ProfileId a = both.install(Encounter.offer(A, IMSI_A));
    ProfileId b = both.install(Encounter.offer(B, IMSI_B));
    assertEquals(0, enable(a, false));
    assertEquals(Optional.of(IMSI_A), imsi());
    assertFalse(both.card.refreshWaits());
    Octets request = new EnableProfile(b, true).request().raw();
    assertEquals(0x910b, both.store(request).status().value(), "REFRESH waits, 11 bytes");
    assertEquals(Optional.of(IMSI_A), imsi());
    assertEquals(5, enable(b, true), "busy while one waits");
    assertEquals(Octets.hex("D009810301010482028182"), fetched());
    assertEquals(
        0x9000,
        both.raw(
                simwright.apdu.Command.of(0x80, 0x14, 0, 0)
                    .with(Octets.hex("810301010402028281030100")))
            .status()
            .value());
    assertEquals(Optional.of(IMSI_B), imsi());
    both.select();
    assertEquals(2, enable(b, true), "it is enabled already");
  }

  private Octets fetched() {
    return both.raw(simwright.apdu.Command.of(0x80, 0x12, 0, 0).expecting(11)).data();
  }

  @Test
  void aResetDoesWhatTheRefreshWouldHaveDone() {
    ProfileId a = both.install(Encounter.offer(A, IMSI_A));
    assertEquals(0, enable(a, true));
    both.card.reset();
    assertEquals(Optional.of(IMSI_A), imsi());
  }

  @Test
  void aCardInAToolkitSessionIsBusyUntilItEndsOrTheCardIsReset() {
    ProfileId a = both.install(Encounter.offer(A, IMSI_A));
    both.card.toolkitBusy(true);
    assertEquals(5, enable(a, false));
    assertEquals(5, enable(a, true));
    both.card.reset();
    both.select();
    assertEquals(0, enable(a, true));
    both.card.refreshed();
    both.select();
    both.card.toolkitBusy(true);
    assertEquals(5, both.send(new DisableProfile(a, false)).value());
    assertEquals(5, both.send(new DisableProfile(a, true)).value());
    assertEquals(
        5, both.send(new MemoryReset(EnumSet.of(MemoryReset.What.OPERATIONAL_PROFILES))).value());
    both.card.toolkitBusy(false);
    assertEquals(0, both.send(new DisableProfile(a, false)).value());
  }

  @Test
  void aSwitchEndsTheSessionWithAServer() {
    ProfileId a = both.install(Encounter.offer(A, IMSI_A));
    var second = both.metadata(both.order(Encounter.offer(B, IMSI_B)));
    assertEquals(0, enable(a, false));
    refused(4, both.prepare(second, Optional.empty()));
  }

  @Test
  void aResetAndANewChallengeEndItToo() {
    var second = both.metadata(both.order(Encounter.offer(B, IMSI_B)));
    var unused = both.send(new GetEuiccChallenge());
    refused(4, both.prepare(second, Optional.empty()));
    var first = both.initiate();
    both.card.reset();
    both.select();
    refused(4, both.authenticate(first, ""));
  }

  private static void refused(int code, Authenticated said) {
    var refused = assertInstanceOf(Authenticated.Refused.class, said, said.toString());
    assertEquals(code, refused.code().value());
  }

  @Test
  void aProfileThatMayNotBeDisabledIsNotButATestProfileStandsInForIt() {
    ProfileId a = ruled(STAYS_ENABLED);
    ProfileId b = both.install(Encounter.offer(B, IMSI_B));
    ProfileId test = forTest();
    assertEquals(0, enable(a, false));
    assertEquals(3, both.send(new DisableProfile(a, false)).value());
    assertEquals(3, enable(b, false));
    assertEquals(0, enable(test, false));
    assertEquals(4, enable(b, false), "only the former one comes back");
    assertEquals(0, both.send(new DisableProfile(test, false)).value());
    assertEquals(Optional.of(IMSI_A), imsi(), "the former one comes back by itself");
  }

  @Test
  void afterATestProfileWithoutAFormerOneAnyMayFollow() {
    ProfileId test = forTest();
    ProfileId a = both.install(Encounter.offer(A, IMSI_A));
    assertEquals(0, enable(test, false));
    assertEquals(0, enable(a, false));
    assertEquals(Optional.of(IMSI_A), imsi());
  }

  @Test
  void aProfileThatMayNotBeDeletedIsNotUnlessTheCardIsReset() {
    ProfileId a = ruled(STAYS);
    assertEquals(3, both.send(new DeleteProfile(a)).value());
    assertEquals(0, both.send(MemoryReset.everything()).value());
    assertTrue(both.profiles().isEmpty());
    assertEquals(1, both.send(MemoryReset.everything()).value(), "nothing left to delete");
  }

  @Test
  void aProvisioningProfileStaysOutOfListsForUsersAndOfMemoryResets() {
    Upp upp = Encounter.upp(T, IMSI_B, Upp.Aka.MILENAGE);
    both.card.issue(
        Encounter.offer(upp, ProfileClass.PROVISIONING, PolicyRules.NONE).metadata(), upp, false);
    ProfileId a = both.install(Encounter.offer(A, IMSI_A));
    assertEquals(
        List.of(a), both.profiles().stream().map(each -> each.id().orElseThrow()).toList());
    Tlv asked = Tlv.read(both.store(Octets.hex("BF2D05A003950101")).data());
    assertEquals(1, asked.children().getFirst().children().size(), "asked for by its class");
    assertEquals(0, both.send(MemoryReset.everything()).value());
    Tlv after = Tlv.read(both.store(Octets.hex("BF2D05A003950101")).data());
    assertEquals(1, after.children().getFirst().children().size());
  }

  @Test
  void theNumbersOfNotificationsGoOnOverProfilesAndResets() {
    ProfileId a = both.install(Encounter.offer(A, IMSI_A));
    ProfileId b = both.install(Encounter.offer(B, IMSI_B));
    assertEquals(0, enable(a, false));
    assertEquals(0, enable(b, true));
    both.card.refreshed();
    both.select();
    assertEquals(2, both.send(new DeleteProfile(b)).value());
    assertEquals(0, both.send(new DeleteProfile(a)).value());
    List<NotificationMetadata> told = both.send(new ListNotification(Optional.empty()));
    assertEquals(
        List.of(1, 2, 3, 4, 5, 6), told.stream().map(NotificationMetadata::number).toList());
    assertEquals(
        List.of(
            Set.of(NotificationEvent.INSTALL),
            Set.of(NotificationEvent.INSTALL),
            Set.of(NotificationEvent.ENABLE),
            Set.of(NotificationEvent.DISABLE),
            Set.of(NotificationEvent.ENABLE),
            Set.of(NotificationEvent.DELETE)),
        told.stream().map(NotificationMetadata::events).toList());
    assertEquals(A, told.get(3).iccid().orElseThrow().value(), "disabled is the one before");
    assertEquals(0, both.send(new RemoveNotification(6)).value());
    assertEquals(1, both.send(new RemoveNotification(6)).value());
    both.card.reset();
    both.select();
    assertEquals(0, both.send(new DisableProfile(b, false)).value());
    assertEquals(
        7, both.send(new ListNotification(Optional.empty())).getLast().number(), "6 never again");
    assertEquals(2, both.send(new ListNotification(Optional.of(NotificationEvent.DISABLE))).size());
  }

  @Test
  void oneIsToldPerAddressThatWantsToKnow() {
    var offer = Encounter.offer(A, IMSI_A);
    var two =
        new Offer(
            offer.name(),
            offer.provider(),
            offer.upp(),
            offer.kind(),
            offer.rules(),
            offer.plmn(),
            List.of(Encounter.HOST, "other.simwright.test"));
    ProfileId a = both.install(two);
    assertEquals(0, enable(a, false));
    List<NotificationMetadata> enabled =
        both.send(new ListNotification(Optional.of(NotificationEvent.ENABLE)));
    assertEquals(
        List.of(Encounter.HOST, "other.simwright.test"),
        enabled.stream().map(NotificationMetadata::address).toList());
  }
}
