package simwright.sim.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.euicc.EnableProfile;
import simwright.euicc.InstallationResult;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileInfo.ProfileClass;
import simwright.sim.euicc.Upp;
import simwright.tlv.Octets;

/// The generic test profiles of GSMA TS.48 (see ORIGIN.md), which were not made here, are read and
/// installed.
class StandardTestProfilesTest {
  private static final Path FOLDER = Path.of("../shared/data/upp-ts48v7");
  private static final String PLAIN = "TS48_V7.0_eSIM_GTP_SAIP2.3_NoBERTLV.der";
  private static final String SUCI = "TS48_V7.0_eSIM_GTP_SAIP2.3_BERTLV_SUCI.der";

  private static Upp read(String name) throws Exception {
    Path file = FOLDER.resolve(name);
    assumeTrue(Files.exists(file), "the shared test profiles are not there");
    return Upp.read(Octets.of(Files.readAllBytes(file))).orElseThrow();
  }

  private static Offer offer(Upp upp) {
    return Encounter.offer(upp, ProfileClass.OPERATIONAL, PolicyRules.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {PLAIN, SUCI})
  void eachIsInstalledOnAnEmptyCardAndEnabled(String name) throws Exception {
    Encounter both = new Encounter();
    Upp upp = read(name);
    var fetched = both.fetch(both.order(offer(upp)));
    long large = fetched.bound().segments().stream().filter(each -> each.length() > 1020).count();
    assertEquals(0, large, "each segment fits four APDUs");
    assertInstanceOf(InstallationResult.Installed.class, both.load(fetched));
    assertEquals(0, both.send(new EnableProfile(both.id(upp.iccid()), false)).value());
    assertEquals(upp.imsi(), both.card.enabled().orElseThrow().imsi());
    assertTrue(upp.imsi().startsWith("00101"), "a test network");
  }

  @Test
  void theSecondOnTheSameCardIsRefused() throws Exception {
    Encounter both = new Encounter();
    Upp first = read(PLAIN);
    Upp second = read(SUCI);
    assertEquals(first.iccid(), second.iccid());
    assertEquals(first.imsi(), second.imsi());
    assertInstanceOf(InstallationResult.Installed.class, both.download(both.order(offer(first))));
    int free = both.free();
    var refused =
        assertInstanceOf(InstallationResult.Failed.class, both.download(both.order(offer(second))));
    assertEquals(9, refused.reason());
    assertEquals(free, both.free());
  }
}
