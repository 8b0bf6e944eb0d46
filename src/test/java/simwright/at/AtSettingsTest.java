package simwright.at;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import simwright.hardware.HardwareProfile;
import simwright.hardware.HardwareProfiles;

/// Times and rules come from the hardware profile.
class AtSettingsTest {
  @Test
  void aClassThatTheProfileNamesHasItsTimeAndTheOthersTheUsualOne() {
    HardwareProfile shipped = HardwareProfiles.shipped().generic();
    HardwareProfile slow =
        new HardwareProfile(
            shipped.name(),
            shipped.maker(),
            shipped.models(),
            shipped.identify(),
            shipped.usb(),
            new HardwareProfile.Serial(115200, false, Duration.ofMillis(100)),
            shipped.commands(),
            Map.of("scan", Duration.ofSeconds(1580)),
            shipped.readyUrcs(),
            shipped.firstContext(),
            List.of("AT+X"),
            List.of("AT+Y"),
            shipped.quirks(),
            shipped.simulator());
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
