package simwright.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.at.CommandClass;
import simwright.at.RawCommand;
import simwright.fault.Fault;
import simwright.hardware.HardwareProfiles;
import simwright.lab.Disturbance;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.link.LinkAddress;
import simwright.link.Links;
import simwright.link.serial.SerialLinks;
import simwright.runbook.Entry;
import simwright.runbook.Runbook;
import simwright.sim.SimBench;
import simwright.sim.TerminalLinks;
import simwright.sim.pty.PseudoTerminal;
import simwright.time.Deadline;
import simwright.time.SystemTime;

/// Every way to fail between the port and the ping is named with its reason and its next step.
class FailingRungTest {
  @TempDir Path folder;
  private final SystemTime time = new SystemTime();
  private final SimBench bench = new SimBench(HardwareProfiles.shipped(), time);
  private DeviceSet devices;

  @BeforeEach
  void open() {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    Links links = TerminalLinks.in(folder, time);
    devices = new DeviceSet(links, HardwareProfiles.shipped(), new QuietJournal(), time);
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
  void noPort() {
    Device device = devices.at(LinkAddress.parse(folder.resolve("nothing").toString()));
    assertThrows(Fault.class, device::connect);
    failsAt(device, Rung.Step.PORT, "link/absent");
  }

  @Test
  void aSilentModem() {
    Device device = served("silence");
    assertThrows(Fault.class, device::connect);
    failsAt(device, Rung.Step.MODEM, "at/mute");
  }

  @Test
  void noCard() {
    failsAt(connected("no-sim"), Rung.Step.SIM, "cme/10");
  }

  @Test
  void aPinIsAsked() {
    Device device = locked();
    until(() -> code(device).equals("cme/11"), device);
    failsAt(device, Rung.Step.SIM, "cme/11");
    assertEquals(3, device.view().get().snapshot().pinTries().value().orElseThrow());
  }

  @Test
  void aPukIsAsked() {
    Device device = locked();
    until(() -> code(device).equals("cme/11"), device);
    for (int i = 0; i < 3; i++) {
      device.at().send(new RawCommand("AT+CPIN=\"0000\"", CommandClass.CARD));
    }
    until(() -> code(device).equals("cme/12"), device);
    failsAt(device, Rung.Step.SIM, "cme/12");
  }

  @Test
  void theNetworkRefuses() {
    Device device = connected("deny:11");
    until(() -> code(device).equals("emm/11"), device);
    failsAt(device, Rung.Step.REGISTERED, "emm/11");
  }

  @Test
  void noContextIsActive() {
    Device device = connected("");
    until(() -> stands(device, Rung.Step.CONTEXT) == Rung.State.PASSED, device);
    device.at().send(new RawCommand("AT+CGACT=0,1", CommandClass.CONTEXT));
    until(() -> code(device).equals("device/no-context"), device);
    failsAt(device, Rung.Step.CONTEXT, "device/no-context");
  }

  @Test
  void aContextHasNoAddress() {
    Device device = connected("no-address");
    until(() -> stands(device, Rung.Step.REGISTERED) == Rung.State.PASSED, device);
    until(() -> stands(device, Rung.Step.CONTEXT) == Rung.State.FAILED, device);
    assertTrue(code(device).matches("device/no-(?:address|context)"), code(device));
  }

  @Test
  void noPingComesBack() {
    Device device = connected("no-ping");
    until(() -> stands(device, Rung.Step.CONTEXT) == Rung.State.PASSED, device);
    assertEquals(0, device.ping("192.0.2.1").orElseThrow().received());
    failsAt(device, Rung.Step.PING, code(device));
  }

  @Test
  void aPulledCable() {
    Device device = connected("");
    bench.disturb("ec25", new Disturbance.Unplug());
    Deadline second = time.deadline(Duration.ofSeconds(1));
    while (device.view().get().state() != Attachment.State.GONE) {
      assertFalse(second.passed());
      time.sleep(Duration.ofMillis(5));
    }
    failsAt(device, Rung.Step.PORT, "link/gone");
  }

  @Test
  void whatIsChangedForTheTalkIsPutBackAtItsEnd() {
    Device device = connected("");
    devices.close();
    Links links =
        new Links(List.of(new SerialLinks(time)), folder.resolve("t"), address -> true, time);
    simwright.at.AtEngine engine =
        new simwright.at.AtEngine(
            links.open(device.view().get().port().address(), simwright.link.LinkSettings.USUAL),
            simwright.at.AtSettings.USUAL,
            time);
    try (engine) {
      engine.start();
      String text =
          engine.send(new RawCommand("AT+CMEE?", CommandClass.LOCAL)).exchange().lines().toString();
      assertTrue(text.contains("+CMEE: 0"), text);
      text =
          engine
              .send(new RawCommand("AT+CEREG?", CommandClass.LOCAL))
              .exchange()
              .lines()
              .toString();
      assertTrue(text.contains("+CEREG: 0"), text);
    }
  }

  /// The first rung that does not hold; its reason is in words and the runbook knows what to do.
  private static void failsAt(Device device, Rung.Step step, String code) {
    List<Rung> ladder = device.view().get().snapshot().ladder();
    assertEquals(Rung.Step.MODEM_STEPS.size(), ladder.size());
    List<Rung.Step> order = Rung.Step.MODEM_STEPS;
    for (Rung rung : ladder) {
      if (rung.step() == Rung.Step.EUICC) {
        continue;
      }
      int place = order.indexOf(rung.step()) - order.indexOf(step);
      assertEquals(
          place < 0 ? Rung.State.PASSED : place == 0 ? Rung.State.FAILED : Rung.State.NOT_REACHED,
          rung.state(),
          ladder.toString());
    }
    Rung failing = ladder.get(order.indexOf(step));
    assertEquals(code, failing.code().orElseThrow().toString());
    assertFalse(failing.words().isBlank());
    Entry entry = Runbook.shipped().entry(failing.code().get()).orElseThrow();
    assertFalse(entry.next().isBlank());
  }

  private static String code(Device device) {
    return device.view().get().snapshot().ladder().stream()
        .filter(rung -> rung.state() == Rung.State.FAILED)
        .findFirst()
        .flatMap(Rung::code)
        .map(Object::toString)
        .orElse("");
  }

  private static Rung.State stands(Device device, Rung.Step step) {
    return device.view().get().snapshot().ladder().get(Rung.Step.MODEM_STEPS.indexOf(step)).state();
  }

  private Device locked() {
    Device device = connected("");
    device.at().send(new RawCommand("AT+CLCK=\"SC\",1,\"1234\"", CommandClass.CARD));
    device.at().send(new RawCommand("AT+CFUN=1,1", CommandClass.REBOOT));
    return device;
  }

  private Device connected(String faults) {
    Device device = served(faults);
    until(() -> {
      try {
        return device.connect().state() == Attachment.State.CONNECTED;
      } catch (Fault starting) {
        return false;
      }
    });
    return device;
  }

  private Device served(String faults) {
    Path at = folder.resolve("b");
    bench.start(at, List.of(new DeviceRequest("ec25", "ec25", faults, 1)));
    return devices.at(LinkAddress.parse(at.resolve("ec25").toString()));
  }

  /// Reads again until it holds; a modem that restarts does not answer for a while.
  private void until(BooleanSupplier holds, Device device) {
    until(() -> {
      try {
        Attachment unused = device.refresh();
      } catch (Fault starting) {
        return false;
      }
      return holds.getAsBoolean();
    });
  }

  private void until(BooleanSupplier holds) {
    Deadline plenty = time.deadline(Duration.ofSeconds(30));
    while (!holds.getAsBoolean()) {
      assertFalse(plenty.passed());
      time.sleep(Duration.ofMillis(50));
    }
  }
}
