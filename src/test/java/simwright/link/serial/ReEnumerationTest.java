package simwright.link.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.link.PortIdentity;
import simwright.link.PortInfo;
import simwright.link.PortMemory;

/// A device that comes back is known again, and never taken for its identical neighbour.
class ReEnumerationTest {
  private static final int[] FACES = {2, 3};

  @TempDir Path folder;
  private final PortMemory memory = new PortMemory();
  private MadeUpBus bus;
  private final Map<Integer, Path> devices = new HashMap<>();
  private int names;

  @BeforeEach
  void makeUp() throws IOException {
    bus = new MadeUpBus(folder);
  }

  @Test
  void eightIdenticalModemsAreNeverConfusedInAThousandReEnumerations() throws IOException {
    Random random = new Random(8);
    Map<String, PortIdentity> known = new HashMap<>();
    plug(random, List.of(0, 1, 2, 3, 4, 5, 6, 7))
        .forEach(port -> known.put(where(port), memory.identity(port)));
    assertEquals(16, known.size());
    for (int round = 0; round < 1000; round++) {
      unplugAll();
      List<Integer> modems = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
      Collections.shuffle(modems, random);
      List<Integer> back = modems.subList(0, 1 + random.nextInt(8));
      List<PortInfo> now = plug(random, back);
      for (Map.Entry<String, PortIdentity> each : known.entrySet()) {
        Optional<PortInfo> found = memory.again(each.getValue(), now);
        int modem = each.getKey().charAt(2) - '1';
        assertEquals(back.contains(modem), found.isPresent(), each.getKey());
        found.ifPresent(port -> assertEquals(each.getKey(), where(port)));
      }
    }
  }

  @Test
  void withoutASerialNumberAnotherPlaceIsAnotherDevice() throws IOException {
    PortIdentity wanted = plug("1-1", "2c7c", "", 2);
    unplugAll();
    plug("1-2", "2c7c", "", 2);
    assertEquals(Optional.empty(), memory.again(wanted, list()));
  }

  @Test
  void aSerialNumberOfItsOwnIsKnownAtAnotherPlaceAndInAnotherComposition() throws IOException {
    PortIdentity wanted = plug("1-1", "2c7c", "SN-4711", 2);
    unplugAll();
    bus.port(bus.device("1-3", "2c7c", "0900", "SN-4711"), 2, "ttyUSB9");
    assertEquals("1-3/2", memory.again(wanted, list()).map(this::where).orElse(""));
  }

  @Test
  void anotherSerialNumberAtTheSamePlaceIsAnotherDevice() throws IOException {
    PortIdentity wanted = plug("1-1", "2c7c", "SN-4711", 2);
    unplugAll();
    plug("1-1", "2c7c", "SN-4712", 2);
    assertEquals(Optional.empty(), memory.again(wanted, list()));
  }

  @Test
  void aSerialNumberThatNeighboursShareTellsNothing() throws IOException {
    plug("1-1", "2c7c", "SN-4711", 2);
    plug("1-2", "2c7c", "SN-4711", 2);
    memory.saw(list());
    PortIdentity wanted =
        memory.identity(
            list().stream().filter(port -> where(port).equals("1-1/2")).findFirst().orElseThrow());
    unplugAll();
    plug("1-2", "2c7c", "SN-4711", 2);
    assertEquals(Optional.empty(), memory.again(wanted, list()));
  }

  @Test
  void aSerialNumberThatEveryDeviceOfAMakerShowsTellsNothing() throws IOException {
    for (String serial : new String[] {"0123456789ABCDEF", "00000000", "1"}) {
      PortIdentity wanted = plug("1-1", "2c7c", serial, 2);
      unplugAll();
      plug("1-2", "2c7c", serial, 2);
      assertEquals(Optional.empty(), memory.again(wanted, list()), serial);
      unplugAll();
    }
  }

  @Test
  void anotherInterfaceOfTheSameDeviceIsAnotherPort() throws IOException {
    PortIdentity wanted = plug("1-1", "2c7c", "SN-4711", 2);
    unplugAll();
    plug("1-1", "2c7c", "SN-4711", 3);
    assertEquals(Optional.empty(), memory.again(wanted, list()));
  }

  @Test
  void aPortThatIsNotUsbIsKnownByItsAddress() throws IOException {
    bus.wwan("wwan0at0");
    PortIdentity wanted = memory.identity(list().getFirst());
    assertTrue(memory.again(wanted, list()).isPresent());
    assertEquals(Optional.empty(), memory.again(wanted, List.of()));
  }

  /// Plugs modems in at their places, with names in any order; the ports there are then.
  private List<PortInfo> plug(Random random, List<Integer> modems) throws IOException {
    List<String> free = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      free.add("ttyUSB" + i);
    }
    Collections.shuffle(free, random);
    for (int modem : modems) {
      Path device = devices.get(modem);
      if (device == null) {
        device = bus.device("1-" + (modem + 1), "2c7c", "0125", "");
        devices.put(modem, device);
      }
      for (int face : FACES) {
        bus.port(device, face, free.removeLast());
      }
    }
    return list();
  }

  private PortIdentity plug(String place, String vid, String serial, int face) throws IOException {
    bus.port(bus.device(place, vid, "0125", serial), face, "ttyUSB" + names++);
    PortInfo info =
        list().stream()
            .filter(port -> where(port).equals(place + "/" + face))
            .findFirst()
            .orElseThrow();
    return memory.identity(info);
  }

  private void unplugAll() throws IOException {
    bus.unplugAll();
  }

  private List<PortInfo> list() {
    return new Sysfs(bus.sys, "/dev", new UsbRoles()).list();
  }

  private String where(PortInfo port) {
    return port.usbPath().orElse("") + "/" + port.interfaceNumber().orElse(-1);
  }
}
