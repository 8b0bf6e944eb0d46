package simwright.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.Rig;

/// What a modem tells of its configuration for a carrier.
class CarrierConfigurationTest {
  @TempDir(factory = Rig.Folders.class)
  Path folder;

  @Test
  void theOneOfAnotherCarrierIsSeen() {
    try (Rig rig = new Rig(folder)) {
      Device device = rig.device("wrong-carrier");
      var unused = device.connect();
      assertEquals(Optional.of("Commercial-Elsewhere"), CarrierConfiguration.of(device));
    }
  }

  @Test
  void oneThatTakesAnyNetworkIsNamed() {
    try (Rig rig = new Rig(folder)) {
      Device device = rig.device("");
      var unused = device.connect();
      assertEquals(Optional.of("ROW_Generic_3GPP"), CarrierConfiguration.of(device));
    }
  }
}
