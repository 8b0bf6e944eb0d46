package simwright.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.ask.Cancel;
import simwright.at.AtEngine;
import simwright.at.command.AskNetwork;
import simwright.at.command.ListPdus;
import simwright.at.command.MessageRun;
import simwright.at.command.ReadOwnNumbers;
import simwright.at.command.UssdRun;
import simwright.at.sms.Submission;
import simwright.device.Attachment;
import simwright.device.Device;
import simwright.device.DeviceSet;
import simwright.device.QuietJournal;
import simwright.device.Rung;
import simwright.fault.Fault;
import simwright.hardware.HardwareProfiles;
import simwright.lab.SimulatedBench.DeviceRequest;
import simwright.link.LinkAddress;
import simwright.link.Links;
import simwright.sim.pty.PseudoTerminal;
import simwright.time.Deadline;
import simwright.time.SystemTime;

/// Messages and service codes there and back on the simulated bench, whose modem codes them for
/// itself.
@Timeout(60)
class MessageRoundTripTest {
  private static final Duration PLENTY = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();
  private final HardwareProfiles profiles = HardwareProfiles.shipped();
  private final SimBench bench = new SimBench(profiles, time);
  private DeviceSet devices;
  private Device device;

  @BeforeEach
  void connect() {
    assumeTrue(PseudoTerminal.available(), "pseudo-terminals are made on Linux");
    Links links = TerminalLinks.in(folder, time);
    devices = new DeviceSet(links, profiles, new QuietJournal(), time);
    Path served = folder.resolve("b");
    bench.start(served, List.of(new DeviceRequest("ec25", "ec25", "", 1)));
    device = devices.at(LinkAddress.parse(served.resolve("ec25").toString()));
    Deadline deadline = time.deadline(PLENTY);
    while (!registered()) {
      assertFalse(deadline.passed(), "the modem did not register");
      time.sleep(Duration.ofMillis(50));
    }
  }

  /// A modem that is still starting does not answer; a person tries again.
  private boolean registered() {
    try {
      Attachment now = device.connect(new Cancel());
      return device.refresh().snapshot().ladder().stream()
          .anyMatch(rung ->
              rung.step() == Rung.Step.REGISTERED
                  && rung.state() == Rung.State.PASSED
                  && now.state() == Attachment.State.CONNECTED);
    } catch (Fault starting) {
      return false;
    }
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
  void textsOfBothAlphabetsAndLongOnesComeBackAndAreDeleted() {
    AtEngine modem = device.at();
    String own = modem.send(new ReadOwnNumbers()).value().orElseThrow().getFirst();
    for (String text :
        List.of(
            "Grüße: {[~]} 5 € @",
            "Да здравствует король, детка! 你好",
            "a long one, 0123456789 ".repeat(10).strip())) {
      MessageRun.Outcome outcome =
          MessageRun.run(modem, new Submission(own, text, Duration.ofHours(1)), 7, PLENTY, time)
              .value()
              .orElseThrow();
      assertEquals(Optional.of(text), outcome.received());
      assertEquals(text.length() > 160 ? 2 : 1, outcome.parts());
    }
    assertEquals(List.of(), modem.send(new ListPdus()).value().orElseThrow());
  }

  @Test
  void aMessageToNobodyIsRefusedWithTheNetworksReason() {
    Submission lost = new Submission("+99912345678", "hello", Duration.ZERO);
    assertEquals(
        "cms/28",
        MessageRun.run(device.at(), lost, 1, PLENTY, time).code().orElseThrow().toString());
  }

  @Test
  void aMenuOfTheNetworkIsReadWithItsLinesAndAnswered() {
    AskNetwork.Reply menu = asked("*101#");
    assertEquals(new AskNetwork.Reply(1, "1 Data\n2 Number"), menu);
    assertEquals(new AskNetwork.Reply(0, "Data left: 4096 MB"), asked("1"));
    assertEquals(4, asked("*199#").status());
    assertTrue(asked("*100#").text().startsWith("Balance"));
  }

  private AskNetwork.Reply asked(String code) {
    return UssdRun.run(device.at(), new AskNetwork(code), PLENTY, time)
        .value()
        .orElseThrow()
        .orElseThrow();
  }
}
