package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.plan.Outcome;
import simwright.device.Device;
import simwright.fault.Fault;
import simwright.lab.Disturbance;

/// Who serves a device is compared with what is expected at its place, and only there.
class ServingStepTest {
  @AutoClose private final Rig rig;

  ServingStepTest(@TempDir(factory = Rig.Folders.class) Path folder) {
    rig = new Rig(folder);
  }

  @Test
  void atItsPlaceEachDifferenceIsNamedAndElsewhereNothingIsSaid() {
    Device device = rig.device("");
    at(
        device,
        "operators: ['00101'], apns: [internet], registration: home",
        Outcome.PASS,
        "at Testland");
    at(device, "operators: ['00102']", Outcome.FAIL, "the operator");
    at(
        device,
        "apns: [ims, other], required: [operators, apns]",
        Outcome.FAIL,
        "the access point internet");
    at(device, "apns: [ims, other]", Outcome.PASS, "the access point internet at Testland");
    at(device, "operators: ['00102'], required: [bands]", Outcome.PASS, "the operator at Testland");
    at(device, "registration: roaming", Outcome.FAIL, "the registration");
    StepRecord away = run(device, "countries: ['208']");
    assertEquals(Outcome.INCONCLUSIVE, away.outcome());
    assertEquals(AcceptanceCodes.ELSEWHERE, away.code().orElseThrow());
    assertEquals(
        "the device is not at Testland: the country code of its network is 001", away.words());
    rig.bench.disturb("ec25", new Disturbance.Radio(-140));
    assertEquals(
        "no network serves the device, so that nobody tells where it is",
        run(device, "countries: ['001']").words());
  }

  @Test
  void aPlaceWithoutWhatIsAssumedOfItIsRefused() {
    for (String with :
        new String[] {
          "place: X, countries: ['001']",
          "place: X, countries: ['1'], assumed: [a]",
          "place: X, countries: ['001'], assumed: [a], operators: ['1']",
          "place: X, countries: ['001'], assumed: [a], registration: maybe",
          "place: X, countries: ['001'], assumed: [a], required: [colour]"
        }) {
      assertThrows(
          Fault.class,
          () -> Rig.plan("- {kind: serving, title: S, with: {" + with + "}}\n", ""),
          with);
    }
  }

  private void at(Device device, String with, Outcome outcome, String wrong) {
    StepRecord found = run(device, "countries: ['001'], " + with);
    assertEquals(outcome, found.outcome(), found.words());
    assertTrue(found.words().contains(wrong + "; assumed: nothing"), found.words());
  }

  private StepRecord run(Device device, String with) {
    return rig.run(
            Rig.plan(
                "- {kind: serving, title: S, with: {place: Testland, assumed: [nothing], "
                    + with
                    + "}}\n",
                ""),
            device)
        .steps()
        .getLast();
  }
}
