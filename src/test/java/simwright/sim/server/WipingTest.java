package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.apdu.Command;
import simwright.apdu.Response;
import simwright.apdu.StatusWord;
import simwright.euicc.MemoryReset.What;
import simwright.euicc.ProfileInfo.ProfileClass;
import simwright.euicc.SetDefaultDpAddress;
import simwright.fault.Fault;
import simwright.link.LinkCodes;
import simwright.lpa.LpaCodes;
import simwright.tlv.Octets;

/// A memory reset that the card refused, never got, or said to have done without doing it is not
/// told as done, whether the profile in use was to go or not.
@Timeout(60)
class WipingTest {
  @AutoClose private final ReaderRig rig;

  WipingTest(@TempDir Path folder) {
    rig = new ReaderRig(folder);
  }

  private static boolean isReset(Command command) {
    return command.ins() == 0xe2
        && command.data().hex().toUpperCase(Locale.ROOT).startsWith("BF34");
  }

  private Fault fails(Set<What> what) {
    return assertThrows(Fault.class, () -> rig.wiping().reset(what));
  }

  private void nothingDone() {
    assertEquals(List.of(), rig.told("memory-reset", "after"));
  }

  @ParameterizedTest
  @CsvSource({
    "6985, OPERATIONAL, false",
    "6d00, OPERATIONAL, false",
    "6985, OPERATIONAL, true",
    "6d00, TEST, false",
    "6985, TEST, true"
  })
  void aRefusalByStatusWordIsNotTakenForDone(String status, ProfileClass kind, boolean inUse) {
    rig.issue(ReaderRig.A, ReaderRig.IMSI, kind, inUse)
        .with(command ->
            isReset(command)
                ? Optional.of(Response.of(Integer.parseInt(status, 16)))
                : Optional.empty());
    Fault refused = fails(EnumSet.allOf(What.class));
    assertEquals("sw/" + status, refused.code().toString().toLowerCase(Locale.ROOT));
    nothingDone();
  }

  @ParameterizedTest
  @CsvSource({"OPERATIONAL, false", "OPERATIONAL, true", "TEST, false"})
  void whatTheCardNeverGotIsNotTakenForDone(ProfileClass kind, boolean inUse) {
    rig.issue(ReaderRig.A, ReaderRig.IMSI, kind, inUse)
        .with(command -> {
          if (isReset(command)) {
            throw new Fault(LinkCodes.GONE, "sending", "reader");
          }
          return Optional.empty();
        });
    assertEquals(LinkCodes.GONE, fails(EnumSet.allOf(What.class)).code());
    nothingDone();
  }

  @ParameterizedTest
  @CsvSource({"OPERATIONAL, false", "OPERATIONAL, true", "TEST, false"})
  void anAnswerThatIsLostIsLeftToTheCard(ProfileClass kind, boolean inUse) {
    rig.issue(ReaderRig.A, ReaderRig.IMSI, kind, inUse)
        .with(command -> {
          if (!isReset(command)) {
            return Optional.empty();
          }
          var unused = rig.both.card.transmit(command);
          rig.both.card.refreshed();
          throw new Fault(LinkCodes.GONE, "sending", "reader");
        });
    assertTrue(rig.wiping().reset(EnumSet.allOf(What.class)));
    assertEquals(List.of("0"), rig.told("memory-reset", "after"));
  }

  @Test
  void aCardThatSaysDoneAndDoesNothingIsNotBelieved() {
    rig.issue(ReaderRig.A, ReaderRig.IMSI, ProfileClass.OPERATIONAL, false)
        .with(command ->
            isReset(command)
                ? Optional.of(new Response(Octets.hex("BF3403800100"), StatusWord.OK))
                : Optional.empty());
    assertEquals(LpaCodes.NOT_SWITCHED, fails(EnumSet.of(What.OPERATIONAL_PROFILES)).code());
    nothingDone();
  }

  @Test
  void aDefaultServerThatIsStillThereIsNotTakenForGone() {
    var unused = rig.both.send(new SetDefaultDpAddress("smdp.example.com"));
    rig.with(command -> isReset(command) ? Optional.of(Response.of(0x6985)) : Optional.empty());
    assertEquals("sw/6985", fails(EnumSet.of(What.DEFAULT_SMDP_ADDRESS)).code().toString());
    assertEquals(List.of(), rig.told("memory-reset", "after"));
  }

  @Test
  void aDefaultServerThatStaysAfterTheCardSaidDoneIsTheOneItWasMadeWith() {
    var unused = rig.both.send(new SetDefaultDpAddress("smdp.example.com"));
    rig.with(command ->
        isReset(command)
            ? Optional.of(new Response(Octets.hex("BF3403800100"), StatusWord.OK))
            : Optional.empty());
    assertTrue(rig.wiping().reset(EnumSet.of(What.DEFAULT_SMDP_ADDRESS)));
  }

  @Test
  void aTestProfileThatWasNotLoadedInTheFieldMayStay() {
    rig.issue(ReaderRig.A, ReaderRig.IMSI, ProfileClass.TEST, false)
        .with(command ->
            isReset(command)
                ? Optional.of(new Response(Octets.hex("BF3403800101"), StatusWord.OK))
                : Optional.empty());
    assertFalse(rig.wiping().reset(EnumSet.of(What.FIELD_LOADED_TEST_PROFILES)));
    assertEquals(List.of("1"), rig.told("memory-reset", "after"));
  }
}
