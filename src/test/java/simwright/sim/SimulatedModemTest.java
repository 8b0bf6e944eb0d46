package simwright.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.ask.Cancel;
import simwright.at.AtCodes;
import simwright.at.CommandClass;
import simwright.at.RawCommand;
import simwright.at.command.SimState;
import simwright.device.Attachment;
import simwright.device.Device;
import simwright.device.DeviceSet;
import simwright.device.PingResult;
import simwright.device.QuietJournal;
import simwright.device.Rung;
import simwright.device.Snapshot;
import simwright.fault.Fault;
import simwright.hardware.HardwareProfiles;
import simwright.identity.Identifier;
import simwright.journal.Event;
import simwright.journal.Journal;
import simwright.journal.Recorded;
import simwright.lab.BenchControl;
import simwright.lab.Disturbance;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.link.LinkAddress;
import simwright.link.Links;
import simwright.sim.pty.PseudoTerminal;
import simwright.time.Deadline;
import simwright.time.SystemTime;

class SimulatedModemTest {
  private static final Duration PLENTY = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();
  private final HardwareProfiles profiles = HardwareProfiles.shipped();
  private final SimBench bench = new SimBench(profiles, time);
  private final List<Event> events = new ArrayList<>();
  private DeviceSet devices;
  private Links links;

  @BeforeEach
  void open() {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    Journal journal =
        new QuietJournal() {
          @Override
          public Recorded append(Event event) {
            synchronized (events) {
              events.add(event);
            }
            return super.append(event);
          }
        };
    links = TerminalLinks.in(folder, time);
    devices = new DeviceSet(links, profiles, journal, time);
  }

  @AfterEach
  void close() {
    if (devices != null) {
      devices.close();
    }
    bench.close();
    time.close();
  }

  @Test
  void aModemIsRecognisedAndShownFromPortToPing() {
    Device device = connected("ec25", "");
    until(() -> device.refresh().snapshot().ladder().get(5).state() == Rung.State.PASSED);
    Attachment now = device.probe(new Cancel());
    assertEquals("quectel-ec2x", now.hardwareProfile().orElseThrow());
    assertEquals("EC25", now.snapshot().model().value().orElseThrow());
    assertEquals("EC25EFAR06A05M4G", now.snapshot().revision().value().orElseThrow());
    assertEquals(Identifier.Check.RIGHT, now.snapshot().imei().value().orElseThrow().check());
    assertEquals(Identifier.Check.RIGHT, now.snapshot().iccid().value().orElseThrow().check());
    assertEquals("Simwright Test", now.snapshot().operator().value().orElseThrow());
    assertEquals(-93.0, now.snapshot().radio().value().orElseThrow().rsrpDbm().orElseThrow());
    assertEquals(38.0, now.snapshot().temperatureCelsius().value().orElseThrow());
    assertEquals(3.912, now.snapshot().supplyVolts().value().orElseThrow());
    assertTrue(now.simulated());
    PingResult ping = device.ping("192.0.2.1").orElseThrow();
    assertEquals(4, ping.received());
    Snapshot asked = device.askCard(new Cancel()).snapshot();
    assertTrue(asked.eid().value().orElseThrow().value().startsWith("89"));
    assertTrue(
        device.view().get().snapshot().ladder().stream()
            .allMatch(rung -> rung.state() == Rung.State.PASSED));
    assertTrue(events.stream().anyMatch(event -> event instanceof Event.IdentitySeen));
  }

  @Test
  void theFailingRungNamesTheNetworksCause() {
    Device device = connected("generic", "deny:8");
    until(() -> device.refresh().snapshot().ladder().get(4).state() == Rung.State.FAILED);
    Rung rung = device.view().get().snapshot().ladder().get(4);
    assertEquals("emm/8", rung.code().orElseThrow().toString());
  }

  @Test
  void withoutACardTheLadderEndsAtTheCard() {
    Device device = connected("ec25", "no-sim");
    assertEquals(SimState.ABSENT, device.view().get().snapshot().sim().value().orElseThrow());
    Rung rung = device.view().get().snapshot().ladder().get(2);
    assertEquals(Rung.State.FAILED, rung.state());
    assertEquals("cme/10", rung.code().orElseThrow().toString());
  }

  @Test
  void pullingTheCableIsShownWithinASecondAndPluggingItInBringsItBack() {
    Device device = connected("ec25", "");
    BenchControl.disturb(bench(), "ec25", new Disturbance.Unplug(), time);
    Deadline second = time.deadline(Duration.ofSeconds(1));
    until(() -> device.view().get().state() == Attachment.State.GONE, second);
    assertEquals("link/gone", device.view().get().fault().orElseThrow().toString());
    assertFalse(Files.exists(bench().resolve("ec25")));
    assertThrows(Fault.class, device::refresh);
    BenchControl.disturb(bench(), "ec25", new Disturbance.Plug(), time);
    assertTrue(Files.exists(bench().resolve("ec25")));
  }

  @Test
  void aPinIsAskedAfterItIsSwitchedOnAndItsTriesAreCounted() {
    Device device = connected("generic", "");
    until(() -> device.refresh().snapshot().sim().value().orElseThrow() == SimState.READY);
    device.at().send(new RawCommand("AT+CLCK=\"SC\",1,\"1234\"", CommandClass.CARD));
    device.at().send(new RawCommand("AT+CFUN=1,1", CommandClass.REBOOT));
    until(() -> answers(device));
    until(() -> device.refresh().snapshot().sim().value().orElseThrow() == SimState.PIN);
    assertEquals(3, device.view().get().snapshot().pinTries().value().orElseThrow());
    assertEquals(
        "cme/11",
        device
            .at()
            .send(new RawCommand("AT+CIMI", CommandClass.CARD))
            .code()
            .orElseThrow()
            .toString());
    assertEquals(
        "cme/16",
        device
            .at()
            .send(new RawCommand("AT+CPIN=\"0000\"", CommandClass.CARD))
            .code()
            .orElseThrow()
            .toString());
    assertEquals(2, device.refresh().snapshot().pinTries().value().orElseThrow());
    device.at().send(new RawCommand("AT+CPIN=\"1234\"", CommandClass.CARD));
    assertEquals(SimState.READY, device.refresh().snapshot().sim().value().orElseThrow());
  }

  @Test
  void aSecretNeverReachesTheTranscript() throws Exception {
    Device device = connected("generic", "");
    device.at().send(new RawCommand("ATE1", CommandClass.LOCAL));
    device.at().send(new RawCommand("AT+CLCK=\"SC\",1,\"1234\"", CommandClass.CARD));
    device.at().send(new RawCommand("AT+CGDCONT=2,\"IP\",\"ims\"", CommandClass.LOCAL));
    devices.close();
    String all = Files.readString(Path.of(device.view().get().transcript().orElseThrow()));
    assertFalse(all.contains("1234\""), all);
    assertTrue(all.contains("****"));
    assertTrue(all.contains("\"ims\""));
  }

  @Test
  void aDangerousCommandIsNotSent() {
    Device device = connected("generic", "");
    Fault fault =
        assertThrows(
            Fault.class,
            () -> device.at().send(new RawCommand("ATE0;+egmr = 1,7,\"1\"", CommandClass.LOCAL)));
    assertEquals(AtCodes.NEVER_SEND, fault.code());
  }

  @Test
  void aSilentModemEndsInATimeOutAndTheEngineRecovers() {
    Device device = connected("generic", "");
    BenchControl.disturb(bench(), "generic", new Disturbance.Faults("silence"), time);
    Fault fault =
        assertThrows(
            Fault.class,
            () ->
                device
                    .at()
                    .send(new RawCommand("AT+CSQ", CommandClass.LOCAL), Duration.ofMillis(300)));
    assertEquals(AtCodes.TIMEOUT, fault.code());
    BenchControl.disturb(bench(), "generic", new Disturbance.Faults(""), time);
    assertTrue(device.at().send(new RawCommand("AT+CSQ", CommandClass.LOCAL)).value().isPresent());
  }

  private boolean answers(Device device) {
    try {
      return device
          .at()
          .send(new RawCommand("AT+CMEE=1", CommandClass.LOCAL), Duration.ofMillis(500))
          .value()
          .isPresent();
    } catch (Fault silent) {
      return false;
    }
  }

  private Device connected(String name, String faults) {
    bench.start(bench(), List.of(new DeviceRequest(name, name, faults, 1)));
    Device device = devices.at(LinkAddress.parse(bench().resolve(name).toString()));
    until(() -> connects(device));
    return device;
  }

  /// A modem that is still starting does not answer; a person tries again.
  private static boolean connects(Device device) {
    try {
      return device.connect().state() == Attachment.State.CONNECTED;
    } catch (Fault starting) {
      return false;
    }
  }

  private Path bench() {
    return folder.resolve("b");
  }

  private void until(BooleanSupplier holds) {
    until(holds, time.deadline(PLENTY));
  }

  private void until(BooleanSupplier holds, Deadline deadline) {
    while (!holds.getAsBoolean()) {
      assertFalse(deadline.passed());
      time.sleep(Duration.ofMillis(50));
    }
  }
}
