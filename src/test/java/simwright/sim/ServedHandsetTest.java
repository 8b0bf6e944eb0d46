package simwright.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.fault.Fault;
import simwright.hardware.HardwareProfiles;
import simwright.lab.BenchDescription;
import simwright.lab.BenchFile;
import simwright.lab.Disturbance;
import simwright.lab.LabCodes;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.time.SystemTime;

/// Handsets stand on a bench beside its modems.
class ServedHandsetTest {
  @TempDir Path folder;

  @Test
  void aHandsetIsPublishedByWhereAnAdbServerConnectsToIt() {
    try (SystemTime time = new SystemTime();
        SimBench bench = new SimBench(HardwareProfiles.shipped(), time)) {
      assertTrue(SimHandset.names().contains("handset-android-14"));
      BenchDescription made =
          bench.start(folder, List.of(new DeviceRequest("h", "handset-android-14", "", 1)));
      BenchDescription.Device device = made.devices().getFirst();
      assertEquals("adb:" + device.terminal(), device.link());
      assertTrue(device.terminal().matches("127\\.0\\.0\\.1:[0-9]+"), device.terminal());
      bench.disturb("h", new Disturbance.Unplug());
      assertFalse(BenchFile.read(folder).devices().getFirst().plugged());
      bench.disturb("h", new Disturbance.Plug());
      assertTrue(BenchFile.read(folder).devices().getFirst().plugged());
      Fault refused =
          assertThrows(Fault.class, () -> bench.disturb("h", new Disturbance.Toolkit(true)));
      assertEquals(LabCodes.CONTROL, refused.code());
    }
  }
}
