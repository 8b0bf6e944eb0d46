package simwright.link.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.link.PortInfo;
import simwright.link.PortRole;

class SysfsTest {
  @TempDir Path folder;
  private MadeUpBus bus;

  @BeforeEach
  void makeUp() throws IOException {
    bus = new MadeUpBus(folder);
  }

  @Test
  void aPortIsDescribedWithAllThatLinuxKnows() throws IOException {
    Path device = bus.device("1-2.3", "2c7c", "0125", "ABC123");
    bus.port(device, 2, "ttyUSB6");
    bus.port(device, 3, "ttyUSB7");
    List<PortInfo> found = list();
    assertEquals(2, found.size());
    PortInfo at =
        found.stream().filter(port -> port.name().equals("ttyUSB6")).findFirst().orElseThrow();
    assertEquals("serial:/dev/ttyUSB6", at.address().toString());
    assertEquals(Optional.of("2c7c"), at.vid());
    assertEquals(Optional.of("0125"), at.pid());
    assertEquals("Maker", at.maker());
    assertEquals("Modem", at.product());
    assertEquals(Optional.of("ABC123"), at.serialNumber());
    assertEquals(Optional.of("1-2.3"), at.usbPath());
    assertEquals(OptionalInt.of(2), at.interfaceNumber());
    assertEquals(PortRole.AT_PRIMARY, at.role());
  }

  @Test
  void anAcmPortAndAPortWithoutSerialNumberAreListed() throws IOException {
    bus.port(bus.device("1-4", "1546", "1141", ""), 0, "ttyACM0");
    PortInfo port = list().getFirst();
    assertEquals(OptionalInt.of(0), port.interfaceNumber());
    assertEquals(Optional.empty(), port.serialNumber());
  }

  @Test
  void aWwanPortIsListedAndItsDataPortsAreNot() throws IOException {
    bus.wwan("wwan0at0");
    bus.wwan("wwan0mbim0");
    bus.wwan("wwan0");
    assertEquals(List.of("wwan0at0"), list().stream().map(PortInfo::name).toList());
  }

  @Test
  void portsThatMustNeverBeOpenedAreMarked() throws IOException {
    bus.port(bus.device("1-1", "05c6", "9008", ""), 0, "ttyUSB0");
    bus.port(bus.device("1-2", "1546", "01a8", ""), 0, "ttyACM0");
    bus.port(bus.device("1-3", "1bc7", "1075", ""), 5, "ttyUSB1");
    List<PortInfo> found = list();
    assertEquals(3, found.size());
    assertTrue(found.stream().allMatch(port -> port.role() == PortRole.IGNORE), found::toString);
  }

  @Test
  void nothingBreaksWhenTheTreeIsMissingOrHalfGone() throws IOException {
    assertEquals(List.of(), new Sysfs(folder.resolve("none"), "/dev", new UsbRoles()).list());
    Path device = bus.device("1-2", "2c7c", "0125", "");
    bus.port(device, 2, "ttyUSB0");
    Files.delete(device.resolve("1-2:1.2/bInterfaceNumber"));
    Files.createDirectories(bus.sys.resolve("class/tty/ttyUSB9"));
    assertEquals(List.of(), list());
  }

  @Test
  void theFactsAboutUsbPortsHoldForWellKnownModules() {
    UsbRoles roles = new UsbRoles();
    assertEquals(PortRole.AT_PRIMARY, roles.role("2c7c", "0125", OptionalInt.of(2)));
    assertEquals(PortRole.NMEA, roles.role("2c7c", "0125", OptionalInt.of(1)));
    assertEquals(PortRole.UNKNOWN, roles.role("2c7c", "0125", OptionalInt.empty()));
    assertEquals(PortRole.UNKNOWN, roles.role("2341", "0043", OptionalInt.of(0)));
  }

  private List<PortInfo> list() {
    return new Sysfs(bus.sys, "/dev", new UsbRoles()).list();
  }
}
