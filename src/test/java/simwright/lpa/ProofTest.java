package simwright.lpa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.Rig;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.ask.Progress;
import simwright.at.CommandClass;
import simwright.at.RawCommand;
import simwright.device.Attachment;
import simwright.device.Device;
import simwright.device.QuietJournal;
import simwright.device.Rung;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileInfo;
import simwright.journal.Event;
import simwright.journal.Recorded;
import simwright.lab.Disturbance;
import simwright.time.Deadline;
import simwright.time.SleeplessTime;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// A registered modem that cannot ping yet is given time for it, and what it lacks in the end is
/// told as it is.
@Timeout(60)
class ProofTest {
  @TempDir(factory = Rig.Folders.class)
  Path folder;

  private final List<String> pings = new ArrayList<>();
  private Rig rig;
  private Device device;
  private Runnable whileAsleep = () -> {};

  @BeforeEach
  void open() {
    rig = new Rig(folder);
    device = rig.device("");
    var unused = device.connect();
    registers();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void registers() {
    Deadline soon = rig.time.deadline(Duration.ofSeconds(20));
    while (!registered(device.probe(new Cancel())) && !soon.passed()) {
      rig.time.sleep(Duration.ofMillis(20));
    }
  }

  private static boolean registered(Attachment now) {
    return now.snapshot().ladder().stream()
        .anyMatch(rung -> rung.step() == Rung.Step.REGISTERED && rung.state() == Rung.State.PASSED);
  }

  private Proof.Found proof() {
    return proof(false);
  }

  private Proof.Found proof(boolean silent) {
    ProfileInfo profile =
        new ProfileInfo(
            device.view().get().snapshot().iccid().value(),
            Optional.empty(),
            Optional.of(ProfileInfo.State.ENABLED),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            PolicyRules.NONE,
            Tlv.of(Tag.of(0xe3), Octets.of()));
    Flow flow =
        new Flow(
            "job",
            device.id(),
            Attendant.absent(),
            Progress.none(),
            new Cancel(),
            new QuietJournal() {
              @Override
              public Recorded append(Event event) {
                if (event instanceof Event.Provisioned stage && stage.stage().equals("ping")) {
                  pings.add(stage.outcome());
                }
                return super.append(event);
              }
            });
    return new Proof(device, flow, new Hasty(), silent).of(profile);
  }

  private void faults(String specification) {
    rig.bench.disturb("ec25", new Disturbance.Faults(specification));
    registers();
  }

  private void context(int on) {
    var unused = device.at().send(new RawCommand("AT+CGACT=" + on + ",1", CommandClass.CONTEXT));
  }

  @Test
  void aPingThatIsLostOnceDecidesNothing() {
    faults("no-ping");
    whileAsleep = () -> faults("");
    assertEquals(Optional.empty(), proof().missing());
    assertEquals(List.of("done"), pings);
  }

  @Test
  void aPingThatIsRefusedAsNoContextIsActiveYetDecidesNothing() {
    context(0);
    whileAsleep = () -> context(1);
    assertEquals(Optional.empty(), proof().missing());
    assertEquals(List.of("done"), pings);
  }

  @Test
  void pingsThatNeverComeBackAreMissingInTheEnd() {
    faults("no-ping");
    assertEquals("it is registered, and no ping comes back", proof().missing().orElseThrow());
    assertEquals(List.of("failed"), pings);
  }

  @Test
  void aModemThatRefusesToPingIsToldFromANetworkThatLosesThem() {
    context(0);
    String missing = proof().missing().orElseThrow();
    assertTrue(
        missing.startsWith("it is registered, and the modem refuses to ping (cme/"), missing);
    assertEquals(List.of("failed"), pings);
  }

  @Test
  void aRadioThatIsOffByWishIsWaitedForByNobodyAndSaid() {
    assertEquals(Optional.empty(), device.functionality(4));
    Proof.Found found = proof(true);
    assertEquals(Optional.empty(), found.missing());
    assertEquals("a network takes it (the radio is off, +CFUN is 4)", found.unproven().getLast());
    assertEquals(List.of(), pings);
    assertEquals(Optional.of(4), device.functionality());
  }

  @Test
  void aRadioThatWentOffByItselfIsMissing() {
    assertEquals(Optional.empty(), device.functionality(4));
    assertEquals("it is not registered", proof(false).missing().orElseThrow());
  }

  /// The rig's time, where a sleep is long and over at once.
  private final class Hasty extends SleeplessTime {
    Hasty() {
      super(rig.time);
    }

    @Override
    public void sleep(Duration duration) {
      super.sleep(duration.multipliedBy(20));
      whileAsleep.run();
      whileAsleep = () -> {};
    }
  }
}
