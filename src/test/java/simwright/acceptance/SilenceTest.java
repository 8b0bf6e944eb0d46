package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Plan;
import simwright.ask.Attendant;
import simwright.ask.Cancel;
import simwright.device.Device;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.lab.Disturbance;

/// A device that falls silent is out of time; a bench that fails is the bench's.
class SilenceTest {
  private static final Plan ASKED =
      Rig.plan(
          """
          - {kind: sim, title: Card}
          - {kind: at, title: Asked, within_s: 0.4, with: {command: AT+CSQ}}
          - {kind: signal, title: Never}
          """,
          "teardown:\n  - {kind: at, title: Again, within_s: 0.4, with: {command: AT+CSQ}}\n");

  @AutoClose private final Rig rig;

  SilenceTest(@TempDir(factory = Rig.Folders.class) Path folder) {
    rig = new Rig(folder);
  }

  @Test
  void aModemThatFallsSilentInTheMiddleOfAStepIsATimeOutOfTheDevice() {
    Run run = disturbed(new Disturbance.Faults("silence"));
    StepRecord asked = step(run, "Asked");
    assertEquals(Outcome.TIMEOUT, asked.outcome(), run.toString());
    assertEquals("at/timeout", asked.code().orElseThrow().toString());
    assertEquals(Outcome.SKIPPED, step(run, "Never").outcome());
    assertEquals(Outcome.TIMEOUT, step(run, "Again").outcome(), "still silent: " + run);
    assertEquals(Outcome.TIMEOUT, run.outcome());
    assertEquals(Outcome.TIMEOUT, rig.history.run(run.id()).outcome());
  }

  @Test
  void aPulledCableStaysTheBenchsError() {
    Run run = disturbed(new Disturbance.Unplug());
    assertEquals(Outcome.ERROR, step(run, "Asked").outcome(), run.toString());
    assertEquals(Outcome.ERROR, run.outcome());
  }

  private Run disturbed(Disturbance act) {
    return rig.run(
        ASKED,
        rig.device(""),
        new Cancel(),
        view -> {
          if (view.step().equals("Asked")) {
            rig.bench.disturb("ec25", act);
          }
        });
  }

  @ParameterizedTest
  @CsvSource({
    "at/timeout, TIMEOUT",
    "link/card-timeout, TIMEOUT",
    "acceptance/too-late, TIMEOUT",
    "link/gone, ERROR",
    "rsp/timeout, ERROR",
    "es10/enable-profile.127, FAIL"
  })
  void aCardThatHangsIsATimeOutAndOneThatRefusesAFailure(String code, Outcome expected) {
    Device device = rig.device("");
    CardWork hangs =
        (CardWork)
            Proxy.newProxyInstance(
                CardWork.class.getClassLoader(),
                new Class<?>[] {CardWork.class},
                (_, _, _) -> {
                  long until = rig.time.nanos() + 30_000_000;
                  while (rig.time.nanos() < until) {
                    Thread.onSpinWait();
                  }
                  throw new Fault(code(code), "asking the card", device.id());
                });
    Run run =
        rig.run(
            Rig.plan("- {kind: card, title: Read, within_s: 0.02}\n", ""),
            device,
            RunTools.of(hangs, List.of()),
            Attendant.absent());
    assertEquals(expected, step(run, "Read").outcome(), run.toString());
  }

  @Test
  void nobodysSilenceIsHeldAgainstADeviceThatNeverSpoke() {
    FaultCode silent = code("at/mute");
    assertEquals(Outcome.ERROR, Silence.ends(silent, false, true));
    assertEquals(Outcome.TIMEOUT, Silence.ends(silent, true, false));
    FaultCode late = code("acceptance/too-late");
    assertEquals(Outcome.ERROR, Silence.ends(late, true, false), "the step had time left");
    assertEquals(Outcome.ERROR, Silence.ends(late, false, true), "the cable is out");
    assertFalse(Silence.is(code("cme/30")));
    assertTrue(Silence.is(late));
  }

  private static FaultCode code(String text) {
    int slash = text.indexOf('/');
    return new FaultCode(text.substring(0, slash), text.substring(slash + 1));
  }

  private static StepRecord step(Run run, String title) {
    return run.steps().stream()
        .filter(each -> each.title().equals(title))
        .findFirst()
        .orElseThrow(() -> new AssertionError(run.toString()));
  }
}
