package simwright.at;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import simwright.hardware.HardwareProfile;
import simwright.hardware.HardwareProfiles;

/// Times and rules come from the hardware profile.
class AtSettingsTest {
  @Test
  void aClassThatTheProfileNamesHasItsTimeAndTheOthersTheUsualOne() {
    HardwareProfile slow =
        HardwareProfiles.read(
            """
            name: slow
            maker: Me
            models: {names: [M], evidence: assumed}
            identify: {manufacturer: Me, model: M, evidence: assumed}
            serial: {gap_ms: 100, evidence: assumed}
            commands:
              model: {try: [AT+CGMM], evidence: assumed}
            deadlines:
              scan: {seconds: 1580, evidence: assumed}
            never_send: [{command: AT+X, why: test, evidence: assumed}]
            confirm_first: [{command: AT+Y, why: test, evidence: assumed}]
            """,
            "slow.yaml");
    AtSettings settings = AtSettings.of(slow);
    assertEquals(Duration.ofSeconds(1580), settings.deadline(CommandClass.SCAN));
    assertEquals(CommandClass.LOCAL.usual(), settings.deadline(CommandClass.LOCAL));
    assertEquals(Duration.ofMillis(100), settings.gap());
    DangerousCommands guard = new DangerousCommands(settings.neverSend(), settings.confirmFirst());
    assertEquals(DangerousCommands.Rule.NEVER, guard.check("at+x=1", ""));
    assertEquals(DangerousCommands.Rule.CONFIRM_FIRST, guard.check("AT+Y", ""));
    assertEquals(Duration.ofSeconds(315), AtSettings.USUAL.deadline(CommandClass.SCAN));
  }
}
