package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.acceptance.plan.LimitSet;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Plan;
import simwright.acceptance.plan.Plans;
import simwright.acceptance.step.Steps;
import simwright.fault.Fault;

/// Other limits judge what a run measured, and never how it left the device.
class JudgedAgainTest {
  private static final String FIELD = "- {of: field, measurement: rsrp, unit: dBm, least: %d}\n";
  private static final String AFTER = "- {of: after, measurement: rsrp, unit: dBm, least: %d}\n";

  @AutoClose private final Rig rig;

  JudgedAgainTest(@TempDir(factory = Rig.Folders.class) Path folder) {
    rig = new Rig(folder);
  }

  @Test
  void limitsOfTheSafeStateFitOnlyAsTheyWere() {
    Run run = run(-120, -130);
    assertEquals(Outcome.PASS, run.outcome(), run.toString());
    Run strict = run.under(limits(FIELD.formatted(-10) + AFTER.formatted(-130)));
    assertEquals(Outcome.FAIL, strict.outcome());
    assertEquals(run.safety(), strict.safety());
    assertEquals(Outcome.FAIL, run.under(limits(FIELD.formatted(-10))).outcome());
    for (int least : new int[] {-10, -140}) {
      Fault unfit = assertThrows(Fault.class, () -> run.under(limits(AFTER.formatted(least))));
      assertEquals(AcceptanceCodes.UNFIT_LIMITS, unfit.code());
      assertEquals(
          "quick 2 limits after/rsrp otherwise than the run did (≥ -130 dBm): it is of the safe"
              + " state, which was verified at the bench, and is not judged again",
          unfit.evidence().orElse(""));
    }
  }

  /// The same run put together again from the log.
  @Test
  void aRunThatLeftTheDeviceUnsafeStaysABenchErrorUnderAnyLimits() {
    Run unsafe = run(-120, -10);
    assertEquals(Safety.State.UNSAFE, unsafe.safety().state(), unsafe.toString());
    assertEquals(Outcome.ERROR, unsafe.outcome());
    Run loose =
        rig.history.run(unsafe.id()).under(limits(FIELD.formatted(-140) + AFTER.formatted(-10)));
    assertEquals(Outcome.ERROR, loose.outcome());
    assertEquals("the safe state is not verified", loose.reason());
    assertTrue(loose.safety().unsafe());
    rig.history.rejudged(loose, "tester");
    assertEquals(
        Safety.State.UNSAFE,
        rig.history.left(unsafe.device()).orElseThrow().safety(),
        "the device is blocked as before");
  }

  private Run run(int least, int after) {
    Plan plan =
        Plans.read(
            """
            name: quick
            title: Quick
            limits: quick
            setup:
              - {kind: connect, title: Connect}
            main:
              - {id: field, kind: signal, title: Signal, measure: [{name: rsrp, unit: dBm}]}
              - {kind: functionality, title: On, with: {level: 1}}
            safe_state:
              title: As strong as before
              by_hand: Put the antenna back.
              steps:
                - {id: after, kind: signal, title: Signal afterwards, measure: [{name: rsrp, unit: dBm}]}
            """,
            text(FIELD.formatted(least) + AFTER.formatted(after), 1),
            "quick.yaml",
            Steps.all());
    return rig.run(plan, rig.device(""));
  }

  private LimitSet limits(String all) {
    Path file = rig.folder.resolve("quick.limits.yaml");
    try {
      return Plans.limits(Files.writeString(file, text(all, 2)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String limits, int version) {
    return "name: quick\nversion: '" + version + "'\nlimits:\n" + limits.indent(2);
  }
}
