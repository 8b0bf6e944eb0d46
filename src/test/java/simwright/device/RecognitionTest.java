package simwright.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.ask.Cancel;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// A device that comes back goes on as the same device, and is never taken for its neighbour.
class RecognitionTest {
  private static final Fault FULL =
      new Fault(new FaultCode("store", "full"), "writing the log", "simwright.db");

  @TempDir Path folder;
  private Bus bus;

  @BeforeEach
  void makeUp() {
    bus = new Bus(folder);
  }

  @AfterEach
  void close() {
    bus.close();
  }

  private Device connected(MadeUpModem modem) {
    bus.plug("ttyUSB2", "1-1", "", modem);
    Device device = bus.only();
    var unused = device.connect();
    return device;
  }

  @Test
  void eightIdenticalNeighboursKeepTheirNamesThroughManyReEnumerations() {
    Random random = new Random(8);
    List<MadeUpModem> modems = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      modems.add(new MadeUpModem("35000002000010" + i));
    }
    plugAll(modems, random);
    Map<String, String> who = new HashMap<>();
    for (Attachment each : bus.devices.all().get()) {
      Attachment read = bus.devices.connect(each.id(), new Cancel());
      who.put(each.id(), read.snapshot().imei().value().orElseThrow().value());
    }
    assertEquals(8, who.values().stream().distinct().count());
    for (int round = 0; round < 25; round++) {
      bus.ports.unplugAll();
      bus.until(() -> who.keySet().stream().allMatch(id -> isGone(bus.devices.device(id))));
      bus.links.look();
      plugAll(modems, random);
      assertEquals(8, bus.devices.all().get().size());
      for (Map.Entry<String, String> each : who.entrySet()) {
        Device device = bus.devices.device(each.getKey());
        bus.until(() -> device.poll() == Polled.CHANGED || device.isOpen());
        Attachment now = device.view().get();
        assertEquals(Attachment.State.CONNECTED, now.state());
        assertEquals(each.getValue(), now.snapshot().imei().value().orElseThrow().value());
        assertTrue(modems.get(place(now)).imei.equals(each.getValue()));
      }
    }
    assertEquals(0, bus.presences().stream().filter("displaced"::equals).count());
    assertEquals(200, bus.presences().stream().filter("returned"::equals).count());
  }

  private static boolean isGone(Device device) {
    return device.view().get().state() == Attachment.State.GONE;
  }

  @Test
  void aDeviceThatComesBackUnderAnotherNameIsTheSameAndIsSetUpAgainAfterItsImei() {
    MadeUpModem modem = new MadeUpModem("350000020000101");
    Device device = connected(modem);
    assertEquals("0", modem.echo);
    bus.ports.unplugAll();
    bus.until(() -> isGone(device));
    modem.echo = "1";
    modem.cmee = "0";
    modem.cereg = "0";
    modem.heard.clear();
    bus.plug("ttyUSB7", "1-1", "", modem);
    assertSame(device, bus.only());
    bus.until(() -> device.poll() == Polled.CHANGED);
    assertEquals("ttyUSB7", device.view().get().port().name());
    assertEquals(Attachment.State.CONNECTED, device.view().get().state());
    assertEquals(List.of("0", "1", "3"), List.of(modem.echo, modem.cmee, modem.cereg));
    int asked = modem.heard.indexOf("AT+CGSN");
    assertTrue(asked > 0 && asked < modem.heard.indexOf("AT+CGMI"), modem.heard.toString());
    assertTrue(modem.heard.indexOf("AT+CEREG=3") > asked, modem.heard.toString());
    assertEquals(List.of("connected", "gone", "returned"), bus.presences());
  }

  @Test
  void anotherImeiAtTheSamePlaceIsAnotherDeviceAndIsSaidSo() {
    MadeUpModem other = new MadeUpModem("350000020000202");
    Device device = connected(new MadeUpModem("350000020000101"));
    bus.ports.unplugAll();
    bus.until(() -> isGone(device));
    bus.plug("ttyUSB2", "1-1", "", other);
    assertEquals(Polled.SILENT, device.poll());
    Attachment old = device.view().get();
    assertEquals(Attachment.State.GONE, old.state());
    assertEquals(DeviceCodes.OTHER_DEVICE, old.fault().orElseThrow());
    assertEquals("350000020000101", old.snapshot().imei().value().orElseThrow().value());
    assertEquals("1", other.echo);
    assertEquals(2, bus.devices.all().get().size());
    Attachment fresh = bus.devices.all().get().getLast();
    assertNotEquals(old.id(), fresh.id());
    assertEquals(Attachment.State.SEEN, fresh.state());
    assertEquals(
        "350000020000202",
        bus.devices
            .connect(fresh.id(), new Cancel())
            .snapshot()
            .imei()
            .value()
            .orElseThrow()
            .value());
    bus.ports.unplugAll();
    bus.links.look();
    bus.plug("ttyUSB5", "1-1", "", other);
    assertEquals("ttyUSB5", bus.devices.device(fresh.id()).view().get().port().name());
    assertEquals(Polled.IDLE, device.poll());
  }

  @Test
  void twoThatChangedPlacesAreToldApartByTheirImei() {
    MadeUpModem one = new MadeUpModem("350000020000101");
    MadeUpModem two = new MadeUpModem("350000020000202");
    bus.ports.plug("ttyUSB1", "1-1", "", one);
    bus.plug("ttyUSB2", "1-2", "", two);
    List<Device> both =
        bus.devices.all().get().stream().map(each -> bus.devices.device(each.id())).toList();
    both.forEach(Device::connect);
    bus.ports.unplugAll();
    bus.links.look();
    bus.ports.plug("ttyUSB1", "1-1", "", two);
    bus.plug("ttyUSB2", "1-2", "", one);
    bus.until(() ->
        both.stream().filter(device -> device.poll() != Polled.SILENT && device.isOpen()).count()
            == 2);
    assertEquals("ttyUSB2", both.get(0).view().get().port().name());
    assertEquals("ttyUSB1", both.get(1).view().get().port().name());
    assertEquals("350000020000101", both.get(0).imei().orElseThrow().value());
    assertEquals(2, bus.devices.all().get().size());
  }

  @Test
  void aModemKnownFromAnotherPlaceGoesOnWithItsCardWhenConnected() {
    MadeUpModem modem = new MadeUpModem("350000020000101");
    Device device = connected(modem);
    bus.ports.unplugAll();
    bus.links.look();
    bus.plug("ttyUSB3", "1-4", "", modem);
    String fresh = bus.devices.all().get().getLast().id();
    assertNotEquals(device.id(), fresh);
    assertEquals(device.id(), bus.devices.connect(fresh, new Cancel()).id());
    assertSame(device, bus.only());
    assertEquals("ttyUSB3", device.view().get().port().name());
  }

  @Test
  void anUnknownPortIsSeenAndNoByteIsSentToIt() {
    MadeUpModem modem = new MadeUpModem("350000020000101");
    bus.plug("ttyUSB2", "1-1", "", modem);
    Device device = bus.only();
    for (int i = 0; i < 50; i++) {
      assertEquals(Polled.IDLE, device.poll());
      bus.links.look();
    }
    assertEquals(0, bus.ports.opened.get());
    assertEquals(List.of(), modem.heard);
  }

  @Test
  void aReleasedPortIsAsItWasFoundAndStaysShutUntilItIsTakenBack() {
    MadeUpModem modem = new MadeUpModem("350000020000101");
    Device device = connected(modem);
    assertEquals(List.of("0", "1", "3"), List.of(modem.echo, modem.cmee, modem.cereg));
    assertEquals(Attachment.State.RELEASED, device.release(new Cancel()).state());
    assertEquals(List.of("1", "0", "0"), List.of(modem.echo, modem.cmee, modem.cereg));
    int opened = bus.ports.opened.get();
    bus.ports.holder = java.util.Optional.of("minicom (process 4711)");
    assertEquals(Polled.CHANGED, device.poll());
    assertEquals("held by minicom (process 4711)", device.view().get().detail().orElseThrow());
    assertEquals(DeviceCodes.RELEASED, assertThrows(Fault.class, device::connect).code());
    bus.ports.unplugAll();
    bus.links.look();
    assertEquals(Attachment.State.GONE, device.view().get().state());
    bus.plug("ttyUSB4", "1-1", "", modem);
    assertEquals(Attachment.State.RELEASED, device.view().get().state());
    Fault busy = assertThrows(Fault.class, () -> device.takeBack(new Cancel()));
    assertEquals("held by minicom (process 4711)", busy.evidence().orElseThrow());
    assertEquals(Attachment.State.RELEASED, device.view().get().state());
    assertEquals(opened, bus.ports.opened.get());
    bus.ports.holder = java.util.Optional.empty();
    assertEquals(Attachment.State.CONNECTED, device.takeBack(new Cancel()).state());
    assertEquals(List.of("connected", "released", "taken-back"), bus.presences());
  }

  @Test
  void aModemThatGoesWhileTheLogIsFullIsShownAsGoneAndConnectsAgain() {
    MadeUpModem modem = new MadeUpModem("350000020000101");
    Device device = connected(modem);
    bus.refusal = FULL;
    bus.ports.unplugAll();
    bus.until(() -> isGone(device) && !device.isOpen());
    device.close();
    assertEquals(List.of("connected"), bus.presences());
    bus.refusal = null;
    bus.plug("ttyUSB2", "1-1", "", modem);
    assertEquals(Attachment.State.CONNECTED, device.connect().state());
  }

  @Test
  void aModemThatReturnsWhileTheLogIsFullIsLeftAloneUntilThereIsRoomAgain() {
    MadeUpModem modem = new MadeUpModem("350000020000101");
    Device device = connected(modem);
    bus.ports.unplugAll();
    bus.until(() -> isGone(device) && !device.isOpen());
    bus.refusal = FULL;
    bus.plug("ttyUSB2", "1-1", "", modem);
    assertEquals(Polled.SILENT, device.poll());
    int opened = bus.ports.opened.get();
    Attachment shown = device.view().get();
    assertEquals(Attachment.State.FAILED, shown.state());
    assertEquals("store/full", shown.fault().orElseThrow().toString());
    assertEquals(
        "The port is left alone, as nothing can be recorded",
        shown.snapshot().ladder().getFirst().words());
    for (int i = 0; i < 20; i++) {
      assertEquals(Polled.SAME, device.poll());
    }
    assertEquals(opened, bus.ports.opened.get());
    assertSame(shown, device.view().get());
    bus.refusal = null;
    assertEquals(Polled.CHANGED, device.poll());
    assertEquals(Attachment.State.CONNECTED, device.view().get().state());
    assertEquals(List.of("connected", "gone", "unrecorded", "returned"), bus.presences());
  }

  @Test
  void aModemThatWentAndReturnsWhileTheLogIsFullIsNotOpenedAtAll() {
    MadeUpModem modem = new MadeUpModem("350000020000101");
    Device device = connected(modem);
    bus.refusal = FULL;
    bus.ports.unplugAll();
    bus.until(() -> isGone(device) && !device.isOpen());
    bus.plug("ttyUSB2", "1-1", "", modem);
    int opened = bus.ports.opened.get();
    assertEquals(Polled.SAME, device.poll());
    assertEquals(Attachment.State.FAILED, device.view().get().state());
    assertEquals("store/full", device.view().get().fault().orElseThrow().toString());
    assertEquals(opened, bus.ports.opened.get());
    bus.refusal = null;
    bus.until(() -> device.poll() == Polled.CHANGED);
    assertEquals(Attachment.State.CONNECTED, device.view().get().state());
    assertEquals(List.of("connected", "unrecorded", "returned"), bus.presences());
  }

  @Test
  void aConnectionThatCouldNotBeRecordedIsMadeAgainOnlyByAPerson() {
    bus.plug("ttyUSB2", "1-1", "", new MadeUpModem("350000020000101"));
    Device device = bus.only();
    bus.refusal = FULL;
    assertThrows(Fault.class, device::connect);
    assertEquals(Attachment.State.FAILED, device.view().get().state());
    assertEquals(Polled.IDLE, device.poll());
    bus.refusal = null;
    assertEquals(Polled.IDLE, device.poll());
    assertEquals(Attachment.State.CONNECTED, device.connect().state());
  }

  @Test
  void anActCanBeStoppedWhileTheModemIsSilent() throws InterruptedException {
    MadeUpModem modem = new MadeUpModem("350000020000101");
    Device device = connected(modem);
    modem.silent = true;
    modem.heard.clear();
    Cancel cancel = new Cancel();
    var ended = new java.util.concurrent.CountDownLatch(1);
    bus.time.start(
        "act",
        () -> {
          Fault fault = assertThrows(Fault.class, () -> device.refresh(cancel));
          assertEquals(Cancel.CANCELLED, fault.code());
          ended.countDown();
        });
    bus.until(() -> !modem.heard.isEmpty());
    cancel.request();
    assertTrue(ended.await(1, java.util.concurrent.TimeUnit.SECONDS));
    modem.silent = false;
    assertEquals(Attachment.State.CONNECTED, device.refresh().state());
  }

  private void plugAll(List<MadeUpModem> modems, Random random) {
    List<Integer> names = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      names.add(i);
    }
    Collections.shuffle(names, random);
    for (int i = 0; i < modems.size(); i++) {
      bus.ports.plug("ttyUSB" + names.get(i), "1-" + (i + 1), "", modems.get(i));
    }
    bus.links.look();
  }

  private static int place(Attachment at) {
    return at.port().usbPath().orElseThrow().charAt(2) - '1';
  }
}
