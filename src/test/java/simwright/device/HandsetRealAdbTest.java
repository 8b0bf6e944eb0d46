package simwright.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.hardware.HardwareProfiles;
import simwright.link.LinkAddress;
import simwright.link.Links;
import simwright.link.adb.AdbLinks;
import simwright.link.adb.RealAdb;
import simwright.sim.handset.Adbd;
import simwright.sim.handset.Phone;
import simwright.sim.handset.Release;
import simwright.time.SystemTime;

/// A handset as a device through the system's own `adb`.
class HandsetRealAdbTest {
  @TempDir private Path folder;

  @Test
  void aHandsetIsReadAndSwitchedThroughTheRealAdb() throws IOException, InterruptedException {
    try (RealAdb adb = new RealAdb(folder);
        SystemTime time = new SystemTime();
        Adbd handset = new Adbd(new Phone(Release.ANDROID_14, time), time);
        Links links =
            new Links(
                List.of(new AdbLinks(adb.place(), address -> true, time)),
                folder,
                address -> true,
                time);
        DeviceSet devices =
            new DeviceSet(links, HardwareProfiles.shipped(), new QuietJournal(), time)) {
      String serial = "127.0.0.1:" + handset.port();
      String said = adb.run("connect", serial);
      assertTrue(said.contains("connected to"), said);
      Device device = devices.at(new LinkAddress("adb", serial));
      Snapshot read = device.connect().snapshot();
      assertEquals(Optional.of("Pixel 8"), read.model().value());
      assertTrue(read.registered());
      assertEquals(Optional.empty(), device.functionality(4));
      assertEquals(Optional.of(4), device.functionality());
      assertEquals(3, ping(device, 1).received());
    }
  }

  private static PingResult ping(Device device, int level) {
    assertEquals(Optional.empty(), device.functionality(level));
    return device.ping("192.0.2.1").orElseThrow();
  }
}
