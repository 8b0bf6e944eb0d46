package simwright.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import simwright.ask.Cancel;
import simwright.at.command.Registration;
import simwright.at.command.SimState;
import simwright.device.handset.HandsetCodes;
import simwright.fault.Fault;
import simwright.hardware.HardwareProfiles;
import simwright.link.LinkAddress;
import simwright.link.Links;
import simwright.link.adb.AdbLinks;
import simwright.link.adb.ServerPlace;
import simwright.sim.handset.AdbServer;
import simwright.sim.handset.Phone;
import simwright.sim.handset.Release;
import simwright.time.Deadline;
import simwright.time.SystemTime;

/// A handset as a device, in the text shapes of three Android releases.
class HandsetDeviceTest {
  private static final LinkAddress WHERE = LinkAddress.parse("adb:SIMHANDSET");

  @TempDir private Path folder;

  private final SystemTime time = new SystemTime();
  private AdbServer server;
  private Links links;
  private Phone phone;

  @BeforeEach
  void start() {
    server = new AdbServer(time);
    ServerPlace place = new ServerPlace("127.0.0.1", server.port());
    links =
        new Links(
            List.of(new AdbLinks(place, address -> true, time)), folder, address -> true, time);
  }

  @AfterEach
  void stop() {
    links.close();
    server.close();
    time.close();
  }

  private Device device(Release release) {
    phone = new Phone(release, time);
    server.plug(WHERE.path(), phone);
    return new DeviceSet(links, HardwareProfiles.shipped(), new QuietJournal(), time).at(WHERE);
  }

  private static Rung rung(Snapshot snapshot, Rung.Step step) {
    return snapshot.ladder().stream().filter(each -> each.step() == step).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(Release.class)
  void everyReleaseTellsTheSameFacts(Release release) {
    Snapshot read = device(release).connect().snapshot();
    assertEquals(Optional.of("Google"), read.manufacturer().value());
    assertEquals(Optional.of(release.model()), read.model().value());
    assertTrue(
        read.revision().value().orElse("").startsWith("Android " + release.number() + " SIM."));
    assertEquals(Optional.of(SimState.READY), read.sim().value());
    assertEquals(Optional.of(1), read.slot().value());
    assertEquals(Optional.of("Simwright One"), read.operator().value());
    Registration registered = read.registration().value().orElseThrow().getFirst();
    assertEquals(Registration.State.HOME, registered.state());
    boolean nr = release == Release.ANDROID_14;
    assertEquals(Optional.of(nr ? "NR" : "LTE"), registered.technology());
    assertEquals(Optional.of(-97.0), read.radio().value().orElseThrow().rsrpDbm());
    assertEquals(Optional.of(nr ? 18.0 : 12.0), read.radio().value().orElseThrow().sinrDb());
    PacketContext context = read.contexts().value().orElseThrow().getFirst();
    assertEquals("internet.example", context.apn());
    assertEquals("10.64.0.17", context.addresses().getFirst());
    assertEquals(Optional.of(87), read.batteryPercent().value());
    assertEquals(Optional.of(28.1), read.temperatureCelsius().value());
    assertEquals(Optional.of(4.17), read.supplyVolts().value());
    assertEquals(Rung.State.PASSED, rung(read, Rung.Step.CONTEXT).state());
    String slots = rung(read, Rung.Step.EUICC).words();
    String second = nr ? "slot 2: LOADED, Simwright Two (roaming) 00102" : "slot 2: ABSENT";
    assertTrue(slots.contains("slot 1: LOADED, Simwright One 00101; " + second), slots);
  }

  @ParameterizedTest
  @EnumSource(Release.class)
  void bytesAreToldByApplicationAndNothingIsCountedTwice(Release release) {
    Device device = device(release);
    Attachment unused = device.connect();
    assertTrue(phone.traffic("com.android.vending", 4_000_000));
    Map<String, Long> first = received(device);
    assertEquals(4_000_000.0, first.get("com.android.vending"), 400_000);
    assertTrue(phone.traffic("com.android.vending", 3_000_000));
    long more = received(device).get("com.android.vending") - first.get("com.android.vending");
    assertEquals(3_000_000.0, more, 400_000);
    assertTrue(device.ping("192.0.2.1").orElseThrow().received() > 0);
    assertTrue(received(device).get("com.android.shell") >= 252);
    assertEquals(Optional.empty(), device.handset(HandsetSwitch.MOBILE_DATA, false));
    assertFalse(phone.traffic("com.android.vending", 1));
    Map<String, Long> off = received(device);
    assertEquals(off, received(device));
  }

  @ParameterizedTest
  @EnumSource(Release.class)
  void dataSaverHoldsBackWhatIsDoneInTheBackground(Release release) {
    Device device = device(release);
    Attachment unused = device.connect();
    assertEquals(Optional.empty(), device.handset(HandsetSwitch.DATA_SAVER, true));
    assertFalse(phone.traffic("com.android.vending", 1));
    assertTrue(phone.traffic("com.google.android.apps.maps", 1));
    assertEquals(Optional.empty(), device.handset(HandsetSwitch.DATA_SAVER, false));
    assertTrue(phone.traffic("com.android.vending", 1));
    phone.suffer(Phone.Trouble.SILENT);
    assertEquals(
        Optional.of(HandsetCodes.NO_EFFECT), device.handset(HandsetSwitch.DATA_SAVER, true));
    phone.recover();
    phone.suffer(Phone.Trouble.DENIED);
    assertEquals(
        Optional.of(HandsetCodes.PERMISSION), device.handset(HandsetSwitch.DATA_SAVER, true));
  }

  private static Map<String, Long> received(Device device) {
    return device.counts(new Cancel()).all().stream()
        .collect(Collectors.toMap(DataCounts.Count::app, DataCounts.Count::received));
  }

  @Test
  void countersThatAHandsetDoesNotAllowAreNotSupported() {
    Device device = device(Release.ANDROID_12);
    Attachment unused = device.connect();
    phone.suffer(Phone.Trouble.DENIED);
    DataCounts counts = device.counts(new Cancel());
    assertEquals(List.of(), counts.all());
    assertFalse(counts.supported());
    assertEquals(Optional.of(HandsetCodes.PERMISSION), counts.why());
  }

  @ParameterizedTest
  @CsvSource({
    "ANDROID_10, false, adb/not-supported",
    "ANDROID_12, false, adb/not-supported",
    "ANDROID_14, true, adb/permission"
  })
  void anIdentityThatIsKeptIsNoFailure(Release release, boolean denied, String code) {
    Device device = device(release);
    if (denied) {
      phone.suffer(Phone.Trouble.DENIED);
    }
    Snapshot read = device.connect().snapshot();
    Reading.Unavailable<?> none = (Reading.Unavailable<?>) read.imei();
    assertEquals(code, none.code().orElseThrow().toString());
    assertEquals(Rung.State.PASSED, rung(read, Rung.Step.CONTEXT).state());
  }

  @Test
  void whereItIsAllowedTheImeiIsRead() {
    Snapshot read = device(Release.ANDROID_14).connect().snapshot();
    assertEquals("350000090001007", read.imei().value().orElseThrow().value());
  }

  @Test
  void aPingSaysHowManyCameBack() {
    Device device = device(Release.ANDROID_12);
    device.connect();
    PingResult ping = device.ping("192.0.2.1").orElseThrow();
    assertEquals(3, ping.sent());
    assertEquals(3, ping.received());
    assertEquals(Optional.of(40), ping.averageMillis());
    assertEquals(Rung.State.PASSED, rung(device.view().get().snapshot(), Rung.Step.PING).state());
    assertEquals(Optional.empty(), device.handset(HandsetSwitch.MOBILE_DATA, false));
    PingResult none = device.ping("192.0.2.1").orElseThrow();
    assertEquals(0, none.received());
    assertTrue(none.code().isPresent());
  }

  @Test
  void mobileDataIsSwitchedAndLookedAtAfterwards() {
    Device device = device(Release.ANDROID_10);
    device.connect();
    assertEquals(Optional.empty(), device.handset(HandsetSwitch.MOBILE_DATA, false));
    Rung context = rung(device.refresh().snapshot(), Rung.Step.CONTEXT);
    assertEquals(Rung.State.FAILED, context.state());
    assertEquals(Optional.of(DeviceCodes.NO_CONTEXT), context.code());
    assertEquals(Optional.empty(), device.handset(HandsetSwitch.MOBILE_DATA, true));
    assertEquals(Rung.State.PASSED, rung(device.refresh().snapshot(), Rung.Step.CONTEXT).state());
  }

  @Test
  void flightModeIsALevelAndIsNamed() {
    Device device = device(Release.ANDROID_14);
    device.connect();
    assertEquals(Optional.of(1), device.functionality());
    assertEquals(Optional.empty(), device.functionality(4));
    assertEquals(Optional.of(4), device.functionality());
    Rung registered = rung(device.refresh().snapshot(), Rung.Step.REGISTERED);
    assertEquals("Flight mode is on", registered.words());
    assertEquals(Optional.of(DeviceCodes.RADIO_OFF), registered.code());
    assertEquals(Optional.empty(), device.functionality(1));
    assertTrue(device.refresh().snapshot().registered());
  }

  @Test
  void whatAHandsetDoesNotDoIsToldApart() {
    Device ten = device(Release.ANDROID_10);
    ten.connect();
    assertEquals(Optional.of(HandsetCodes.NOT_SUPPORTED), ten.functionality(4));
    assertEquals(Optional.of(HandsetCodes.NOT_SUPPORTED), ten.functionality(0));
    phone.suffer(Phone.Trouble.DENIED);
    assertEquals(
        Optional.of(HandsetCodes.PERMISSION), ten.handset(HandsetSwitch.MOBILE_DATA, false));
    phone.recover();
    phone.suffer(Phone.Trouble.SILENT);
    assertEquals(
        Optional.of(HandsetCodes.NO_EFFECT), ten.handset(HandsetSwitch.MOBILE_DATA, false));
  }

  @Test
  void aHandsetThatGoesAwayIsGoneAndComesBack() {
    Device device = device(Release.ANDROID_12);
    device.connect();
    assertEquals(Optional.empty(), device.reboot());
    assertFalse(device.isOpen());
    Deadline soon = time.deadline(Duration.ofSeconds(10));
    while (phone.standing().get() != Phone.Standing.DEVICE && !soon.passed()) {
      time.sleep(Duration.ofMillis(20));
    }
    assertEquals(Attachment.State.CONNECTED, device.connect().state());
  }

  @Test
  void whoHasNotAllowedThisComputerSaysWhatToDoOnTheHandset() {
    Device device = device(Release.ANDROID_12);
    phone.stand(Phone.Standing.UNAUTHORISED);
    Fault fault = assertThrows(Fault.class, device::connect);
    assertEquals("adb/unauthorised", fault.code().toString());
    Attachment now = device.view().get();
    assertEquals(Attachment.State.FAILED, now.state());
    Rung port = rung(now.snapshot(), Rung.Step.PORT);
    assertTrue(port.words().contains("allow USB debugging"), port.words());
  }

  @Test
  void aHandsetKnowsNoAtCommands() {
    Device device = device(Release.ANDROID_12);
    device.connect();
    Fault fault = assertThrows(Fault.class, device::at);
    assertEquals(DeviceCodes.NO_MODEM, fault.code());
  }
}
