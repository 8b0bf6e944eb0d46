package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.apdu.StatusWord;
import simwright.ask.Cancel;
import simwright.euicc.GetConfiguredAddresses;
import simwright.euicc.MemoryReset.What;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileInfo.ProfileClass;
import simwright.euicc.SetDefaultDpAddress;
import simwright.fault.Fault;
import simwright.link.LinkCodes;
import simwright.lpa.LpaCodes;
import simwright.lpa.ProvenSwitch;
import simwright.lpa.ProvenSwitch.Aftermath;
import simwright.tlv.Octets;

/// Switching a card in a reader, with all that may come in between: a card that is busy, that wants
/// another name, whose answer is lost, that has done it already, or that is somebody else's.
@Timeout(60)
class ProvenSwitchTest {
  private static final String A = ReaderRig.A;
  private static final String B = ReaderRig.B;

  @AutoClose private final ReaderRig rig;
  private final List<String> asked = new ArrayList<>();

  ProvenSwitchTest(@TempDir Path folder) {
    rig = new ReaderRig(folder);
  }

  private void twoProfiles(String imsi) {
    rig.issue(A, ReaderRig.IMSI, ProfileClass.OPERATIONAL, true)
        .issue(B, imsi, ProfileClass.OPERATIONAL, false);
  }

  private static Optional<Response> said(String hex) {
    return Optional.of(new Response(Octets.hex(hex), StatusWord.OK));
  }

  /// Whether it is a function of this tag; each is noted.
  private boolean is(Command command, String tag) {
    String data = command.data().hex().toUpperCase(Locale.ROOT);
    boolean found = command.ins() == 0xe2 && data.startsWith(tag);
    if (found) {
      asked.add(data);
    }
    return found;
  }

  @Test
  void aCardInAReaderIsProvenByBothIdentitiesAndWhatIsNotProvenIsSaid() {
    twoProfiles(ReaderRig.IMSI);
    ProvenSwitch.Outcome outcome = rig.with(unused -> Optional.empty()).enable(B);
    assertTrue(outcome.proven(), outcome.toString());
    assertEquals(Optional.of(B), rig.inUse());
    assertEquals(List.of("a network takes it (a card reader has no radio)"), outcome.unproven());
    assertEquals(
        ReaderRig.IMSI, rig.device.view().get().snapshot().imsi().value().orElseThrow().value());
  }

  @Test
  void anImsiThatIsKeptBehindAPinIsSaidNotToBeProven() {
    twoProfiles(ReaderRig.IMSI);
    rig.with(command ->
        command.ins() == 0xb0 && command.cls().channel() > 0
            ? Optional.of(Response.of(0x6982))
            : Optional.empty());
    ProvenSwitch.Outcome outcome = rig.enable(B);
    assertTrue(outcome.proven());
    assertEquals(
        "its IMSI is its owner's: it was not told (the card asks for its PIN first)",
        outcome.unproven().getFirst());
  }

  @Test
  void aCardInAToolkitSessionIsAskedAgainAndAtLastReset() {
    twoProfiles(ReaderRig.IMSI);
    rig.with(unused -> Optional.empty());
    rig.both.card.toolkitBusy(true);
    assertTrue(rig.enable(B).proven());
    assertEquals(
        List.of("after a while", "without refresh flag", "after a reset"),
        rig.told("retry", "how"));
    assertEquals("es10/enable-profile.5", rig.told("retry", "code").getFirst());
    rig.stages.clear();
    rig.both.card.toolkitBusy(true);
    assertFalse(rig.disable(B).enabled());
    assertEquals("es10/disable-profile.5", rig.told("retry", "code").getFirst());
    assertEquals(Optional.empty(), rig.inUse());
  }

  @Test
  void aCardThatStaysBusyIsGivenUpInTheEnd() {
    twoProfiles(ReaderRig.IMSI);
    rig.with(command -> is(command, "BF31") ? said("BF3103800105") : Optional.empty());
    Fault busy = assertThrows(Fault.class, () -> rig.enable(B));
    assertEquals("es10/enable-profile.5", busy.code().toString());
    assertEquals(4, asked.size(), "a bounded number of times");
    assertTrue(asked.get(2).endsWith("810100"), asked.get(2));
    assertEquals(Optional.of(A), rig.inUse());
  }

  @Test
  void aSwitchWithoutTheRefreshFlagIsFollowedByAReset() {
    twoProfiles(ReaderRig.IMSI);
    rig.with(command ->
        is(command, "BF31") && !asked.getLast().endsWith("810100")
            ? said("BF3103800105")
            : Optional.empty());
    assertTrue(rig.enable(B).proven());
    assertEquals(3, asked.size());
    assertEquals(1, rig.told("card-reset", "code").size());
  }

  @Test
  void aCardThatDoesNotKnowAnIccidIsToldTheAid() {
    twoProfiles(ReaderRig.IMSI);
    rig.with(command ->
        is(command, "BF31") && asked.getLast().contains("5A0A")
            ? said("BF3103800101")
            : Optional.empty());
    assertTrue(rig.enable(B).proven());
    assertEquals(List.of("by AID"), rig.told("retry", "how"));
    assertTrue(asked.getLast().contains("4F10"), asked.getLast());
  }

  @Test
  void whatIsEnabledAlreadyIsDoneAndSaidSo() {
    twoProfiles(ReaderRig.IMSI);
    rig.with(command -> {
      if (!is(command, "BF31")) {
        return Optional.empty();
      }
      var unused = rig.both.card.transmit(command);
      rig.both.card.refreshed();
      return said("BF3103800102");
    });
    assertTrue(rig.enable(B).proven());
    assertTrue(
        rig.stages.stream()
            .anyMatch(each -> each.stage().equals("enable") && each.outcome().equals("already")));
  }

  @Test
  void anAnswerThatIsLostIsLeftToTheCard() {
    twoProfiles(ReaderRig.IMSI);
    rig.with(command -> {
      if (!is(command, "BF31") || asked.size() > 1) {
        return Optional.empty();
      }
      var unused = rig.both.card.transmit(command);
      rig.both.card.refreshed();
      throw new Fault(LinkCodes.GONE, "sending", "reader");
    });
    assertTrue(rig.enable(B).proven());
    assertEquals(1, asked.size(), "nothing is done twice");
    assertEquals("link/gone", rig.told("enable", "answer").getFirst());
  }

  @Test
  void aStrangerIsGivenUpForTheProfileBefore() {
    twoProfiles(ReaderRig.STRANGE);
    ProvenSwitch.Outcome outcome = rig.with(unused -> Optional.empty()).enable(B);
    assertEquals("its IMSI is not one of 001-01", outcome.missing().orElseThrow());
    var back = assertInstanceOf(Aftermath.SwitchedBack.class, outcome.aftermath());
    assertEquals(A, back.former().value());
    assertEquals(Optional.empty(), back.missing());
    assertEquals(Optional.of(A), rig.inUse());
  }

  @Test
  void aStrangerWithoutAProfileBeforeIsDisabled() {
    rig.issue(B, ReaderRig.STRANGE, ProfileClass.OPERATIONAL, false);
    ProvenSwitch.Outcome outcome = rig.with(unused -> Optional.empty()).enable(B);
    assertFalse(outcome.proven());
    assertEquals(new Aftermath.Disabled(), outcome.aftermath());
    assertEquals(Optional.empty(), rig.inUse());
    assertEquals(1, rig.told("given-up", "iccid").size());
  }

  @Test
  void aFormerProfileThatDoesNotComeUpEitherIsNotCalledProven() {
    rig.issue(A, ReaderRig.STRANGE, ProfileClass.OPERATIONAL, true)
        .issue(B, ReaderRig.STRANGE, ProfileClass.OPERATIONAL, false);
    ProvenSwitch.Outcome outcome = rig.with(unused -> Optional.empty()).enable(B);
    var back = assertInstanceOf(Aftermath.SwitchedBack.class, outcome.aftermath());
    assertEquals("its IMSI is not one of 001-01", back.missing().orElseThrow());
  }

  @Test
  void aWayBackThatIsBarredIsSaidToHaveFailed() {
    rig.issue(A, ReaderRig.IMSI, ProfileClass.OPERATIONAL, true)
        .issue(
            B,
            ReaderRig.STRANGE,
            ProfileClass.OPERATIONAL,
            new PolicyRules(false, true, false),
            false);
    ProvenSwitch.Outcome outcome = rig.with(unused -> Optional.empty()).enable(B);
    var failed = assertInstanceOf(Aftermath.Failed.class, outcome.aftermath());
    assertTrue(failed.why().startsWith("es10/enable-profile.3"), failed.why());
    assertEquals(Optional.of(B), rig.inUse());
  }

  @Test
  void aResetTakesTheChosenKindsAloneAndListsThem() {
    rig.issue(A, ReaderRig.IMSI, ProfileClass.OPERATIONAL, true)
        .issue(B, ReaderRig.IMSI, ProfileClass.TEST, false);
    var unused = rig.both.send(new SetDefaultDpAddress("smdp.example.com"));
    rig.with(none -> Optional.empty());
    assertTrue(rig.wiping().reset(EnumSet.of(What.FIELD_LOADED_TEST_PROFILES)));
    assertEquals(Optional.of(A), rig.inUse());
    assertTrue(rig.wiping().reset(EnumSet.of(What.DEFAULT_SMDP_ADDRESS)));
    assertEquals(
        "Lost for good: the default server smdp.example.com",
        rig.typed.getLast().text().split("\\. ")[0]);
    assertTrue(rig.wiping().reset(EnumSet.of(What.OPERATIONAL_PROFILES)));
    assertTrue(rig.typed.getLast().text().contains("(in use)"));
    assertEquals(Optional.empty(), rig.inUse());
    assertFalse(rig.wiping().reset(EnumSet.allOf(What.class)), "nothing is left to delete");
    rig.both.select();
    assertEquals(Optional.empty(), rig.both.send(new GetConfiguredAddresses()).defaultSmdp());
  }

  @Test
  void aResetOfABusyCardIsAskedForAgain() {
    rig.issue(A, ReaderRig.IMSI, ProfileClass.OPERATIONAL, true).with(unused -> Optional.empty());
    rig.both.card.toolkitBusy(true);
    assertTrue(rig.wiping().reset(EnumSet.of(What.OPERATIONAL_PROFILES)));
    assertEquals("es10/memory-reset.5", rig.told("retry", "code").getFirst());
    assertEquals(Optional.empty(), rig.inUse());
    assertEquals(rig.both.card.eid().value().substring(28), rig.typed.getFirst().expected());
  }

  @Test
  void whatIsInUseAlreadyIsNotTakenBackWhateverItLacks() {
    rig.issue(A, ReaderRig.STRANGE, ProfileClass.OPERATIONAL, true);
    ProvenSwitch.Outcome outcome = rig.with(unused -> Optional.empty()).enable(A);
    assertEquals("its IMSI is not one of 001-01", outcome.missing().orElseThrow());
    assertEquals(new Aftermath.Stays(), outcome.aftermath());
    assertEquals(Optional.of(A), rig.inUse());
  }

  @Test
  void whoStopsDuringTheProofGetsTheProfileBeforeBack() {
    twoProfiles(ReaderRig.IMSI);
    rig.with(command -> {
      if (rig.inUse().equals(Optional.of(B)) && !rig.wish.requested()) {
        rig.wish.request();
      }
      return Optional.empty();
    });
    Fault stopped = assertThrows(Fault.class, () -> rig.enable(B));
    assertEquals(Cancel.CANCELLED, stopped.code());
    assertEquals(
        "It was stopped before the profile was proven. The profile before is in use again.",
        stopped.state().orElseThrow());
    assertEquals(Optional.of(A), rig.inUse());
  }

  @Test
  void whoStopsBeforeTheCardIsAskedChangesNothing() {
    twoProfiles(ReaderRig.IMSI);
    rig.with(unused -> Optional.empty());
    rig.wish.request();
    Fault stopped = assertThrows(Fault.class, () -> rig.enable(B));
    assertEquals(Cancel.CANCELLED, stopped.code());
    assertEquals(Optional.empty(), stopped.state());
    assertEquals(Optional.of(A), rig.inUse());
  }

  @Test
  void aNicknameIsDoneWhenTheCardTellsIt() {
    twoProfiles(ReaderRig.IMSI);
    rig.with(unused -> Optional.empty());
    assertEquals(Optional.of("Spare"), rig.rename(B, "Spare").nickname());
    assertEquals(1, rig.told("rename", "iccid").size());
  }

  @Test
  void aNicknameThatTheCardDoesNotTellAfterwardsIsNotDone() {
    twoProfiles(ReaderRig.IMSI);
    rig.with(command -> is(command, "BF29") ? said("BF2903800100") : Optional.empty());
    Fault kept = assertThrows(Fault.class, () -> rig.rename(B, "Spare"));
    assertEquals(LpaCodes.NOT_SWITCHED, kept.code());
    assertEquals(List.of(), rig.told("rename", "iccid"));
  }
}
