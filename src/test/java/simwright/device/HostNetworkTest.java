package simwright.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The interface of a device is the one below its USB device, and its counters are its own.
class HostNetworkTest {
  @TempDir Path sysfs;

  @BeforeEach
  void tree() throws IOException {
    Path face = Files.createDirectories(sysfs.resolve("devices/usb1/1-4/1-4:1.4"));
    Path other = Files.createDirectories(sysfs.resolve("devices/usb1/1-40/1-40:1.4"));
    place("wwan0", other, "0", "0");
    place("lo", face, "100", "7");
    Files.createDirectories(sysfs.resolve("class/net/eth0/statistics"));
  }

  @Test
  void itIsFoundByTheUsbPathAndByNothingLike() {
    assertEquals("lo", HostNetwork.of(sysfs, "1-4").orElseThrow().name());
    assertEquals("wwan0", HostNetwork.of(sysfs, "1-40").orElseThrow().name());
    assertEquals(Optional.empty(), HostNetwork.of(sysfs, "1-5"));
    assertEquals(Optional.empty(), HostNetwork.of(sysfs.resolve("none"), "1-4"));
  }

  @Test
  void itsCountersAreReadAndOneThatIsGoneHasNone() throws IOException {
    HostNetwork found = HostNetwork.of(sysfs, "1-4").orElseThrow();
    assertEquals(100, found.count().orElseThrow().sent());
    assertEquals(7, found.count().orElseThrow().received());
    Files.delete(sysfs.resolve("class/net/lo/statistics/tx_bytes"));
    assertEquals(Optional.empty(), found.count());
  }

  @Test
  void whatIsSentOverItRaisesTheRealCounters() {
    Path real = Path.of("/sys/class/net/lo/statistics");
    Assumptions.assumeTrue(Files.exists(real.resolve("tx_bytes")), "Linux has a loopback here");
    HostNetwork loopback = new HostNetwork("lo", real);
    long before = loopback.count().orElseThrow().sent();
    assertTrue(loopback.send("127.0.0.1", 9, "0".repeat(400)));
    assertTrue(loopback.count().orElseThrow().sent() >= before + 400);
    assertFalse(new HostNetwork("none9", real).send("127.0.0.1", 9, "0"));
  }

  private void place(String name, Path device, String sent, String received) throws IOException {
    Path entry = Files.createDirectories(sysfs.resolve("class/net/" + name));
    Files.createSymbolicLink(entry.resolve("device"), device);
    Path statistics = Files.createDirectories(entry.resolve("statistics"));
    Files.writeString(statistics.resolve("tx_bytes"), sent + "\n");
    Files.writeString(statistics.resolve("rx_bytes"), received + "\n");
  }
}
