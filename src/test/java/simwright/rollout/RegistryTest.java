package simwright.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static simwright.acceptance.plan.Outcome.ERROR;
import static simwright.acceptance.plan.Outcome.FAIL;
import static simwright.acceptance.plan.Outcome.PASS;
import static simwright.acceptance.plan.Outcome.TIMEOUT;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.RecordedRuns;
import simwright.acceptance.RecordedRuns.Kind;
import simwright.acceptance.Rig;
import simwright.acceptance.RunHistory;
import simwright.audit.Actor;
import simwright.audit.Anchor;
import simwright.audit.Kept;
import simwright.fault.Fault;
import simwright.report.RegistryReport;
import simwright.rollout.RegistryEntry.Standing;
import simwright.time.SystemTime;

/// What the registry says of a kind of device is what its newest runs say, and what people said is
/// told apart from that.
class RegistryTest {
  private static final Kind ONE = Kind.USUAL;

  @AutoClose private final SystemTime time = new SystemTime();
  @AutoClose private final Kept log;
  private final RecordedRuns runs;
  private final ImportedEntries imported;
  private final Registry registry;

  RegistryTest(@TempDir(factory = Rig.Folders.class) Path folder) {
    log = Kept.in(folder, new Actor("tester", Actor.Role.OPERATOR), time);
    runs = new RecordedRuns(log.audit());
    imported = new ImportedEntries(log.store(), log.audit());
    registry =
        new Registry(new RunHistory(log.store(), log.audit(), log.audit()::record), imported);
  }

  @Test
  void aLaterFailureOfTheSameEditionWithdrawsACertificationUntilItHoldsAgain() {
    runs.run(ONE, -90, PASS);
    runs.run(ONE.device("usb:2"), -90, ERROR);
    assertEquals(Standing.CERTIFIED, only().standing(), "a bench error says nothing of it");
    runs.run(ONE.firmware("A02"), -90, FAIL);
    assertEquals(Standing.CERTIFIED, registry.own().getFirst().standing(), "another firmware");
    runs.run(ONE.device("usb:2"), -90, TIMEOUT);
    runs.run(ONE, -90, FAIL);
    RegistryEntry entry = registry.own().getFirst();
    assertEquals(Standing.WITHDRAWN, entry.standing());
    Certification.Withdrawal by = entry.certified().getFirst().withdrawn().orElseThrow();
    assertEquals("r4", by.run(), "the first that contradicts it");
    assertEquals(TIMEOUT, by.outcome());
    runs.run(ONE, -90, PASS);
    assertEquals(Standing.CERTIFIED, registry.own().getFirst().standing());
    assertEquals("r6", registry.own().getFirst().certified().getFirst().run());
  }

  @Test
  void whatAPersonClaimsStandsApartWithTheirNameAndCertifiesNothing() {
    DeviceKind kind = new DeviceKind("SM-G991B", "", "", "", "", false);
    imported.claim(kind, Set.of(ProvisioningPath.CARRIER_API), Instant.EPOCH);
    imported.claim(kind, Set.of(ProvisioningPath.VENDOR_ROM), Instant.EPOCH);
    RegistryEntry claim = only();
    assertEquals(Standing.CLAIMED, claim.standing());
    assertEquals(
        "an operator's app (claimed by tester), the maker's own software (claimed by tester)",
        claim.pathWords());
    assertEquals(List.of(), registry.own(), "it is not among what is exported");
    runs.download(ONE, 3);
    assertEquals("the host's assistant (seen in a run)", registry.own().getFirst().pathWords());
  }

  @Test
  void whatIsExportedAsASpreadsheetIsTakenInAgain() {
    runs.download(ONE.plan("capacity"), 7);
    runs.run(ONE, -90, PASS);
    runs.run(ONE, -90, FAIL);
    runs.run(ONE.firmware("=A,\"02\""), -90, PASS);
    runs.run(ONE.onBench(), -90, PASS);
    List<RegistryEntry> own = registry.own();
    RegistryFile file =
        RegistryFile.read(
            RegistryReport.csv(own, new Anchor(7, "ab".repeat(32)))
                .getBytes(StandardCharsets.UTF_8),
            "lab/devices (2).CSV",
            "own");
    assertEquals("devices--2-.CSV", file.installation());
    assertEquals(own.size(), file.entries().size());
    for (int i = 0; i < own.size(); i++) {
      RegistryEntry there = file.entries().get(i);
      assertEquals(own.get(i).kind(), there.kind());
      assertEquals(own.get(i).capacity(), there.capacity());
      assertEquals(own.get(i).paths(), there.paths());
      assertEquals(own.get(i).firstAttempts(), there.firstAttempts());
      assertEquals(own.get(i).standing(), there.standing());
      assertEquals(own.get(i).last(), there.last());
      assertEquals(
          own.get(i).certified().stream().map(Certification::edition).toList(),
          there.certified().stream().map(Certification::edition).toList());
      assertEquals(
          own.get(i).certified().stream().map(Certification::stands).toList(),
          there.certified().stream().map(Certification::stands).toList());
    }
  }

  @Test
  void aSpreadsheetOfAPersonNeedsLittleAndTellsWhatIsWrongByRowAndTakesNothingThen() {
    RegistryFile file =
        read("model,provisioning,last\nEC25,host-lpa modem-lpa,2026-11-01T08:00:00Z\n");
    assertEquals(
        Set.of(ProvisioningPath.HOST_LPA, ProvisioningPath.MODEM_LPA),
        file.entries().getFirst().paths());
    assertEquals(Optional.empty(), file.entries().getFirst().capacity());
    Fault fault =
        assertThrows(
            Fault.class,
            () ->
                read(
                    """
                    model,profiles held,provisioning,last
                    EC25,3,host-lpa,2026-11-01T08:00:00Z
                    RG500,many,,2026-11-01T08:00:00Z
                    ,1,,2026-11-01T08:00:00Z
                    SIM7600,1,by-hand,2026-11-01T08:00:00Z
                    EC25,4,host-lpa,2026-11-01T08:00:00Z
                    LE910,1
                    L860,1,,yesterday
                    """));
    String why = fault.evidence().orElseThrow();
    assertEquals(RolloutCodes.BROKEN_REGISTRY, fault.code());
    assertTrue(why.contains("6 of 7 rows cannot be used, so none was taken"), why);
    for (String row :
        List.of(
            "row 3: profiles held is no whole number",
            "row 4: model is empty",
            "row 5: paths holds 'by-hand'",
            "row 6: a row above says otherwise",
            "row 7: it has 2 cells, not 4",
            "row 8: last is no time")) {
      assertTrue(why.contains(row), why);
    }
    assertFalse(why.contains("row 2"), why);
    for (String broken : List.of("", "colour\nred\n", "firmware\nA\n", "model,\"os\nA,B\n")) {
      assertThrows(Fault.class, () -> read(broken), broken);
    }
  }

  private RegistryEntry only() {
    List<RegistryEntry> all = registry.entries();
    assertEquals(1, all.size(), all.toString());
    return all.getFirst();
  }

  private static RegistryFile read(String csv) {
    return RegistryFile.read(csv.getBytes(StandardCharsets.UTF_8), "devices.csv", "own");
  }
}
