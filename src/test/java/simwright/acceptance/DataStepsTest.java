package simwright.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.acceptance.plan.Outcome;
import simwright.ask.Cancel;
import simwright.lab.Disturbance;

/// Names, bytes and slots, by the commands of each family: what counts, what does not, and what a
/// family cannot do.
class DataStepsTest {
  private static final String TRANSFER =
      """
      - id: move
        kind: transfer
        title: Bytes
        with: {bytes: 900}
        measure: [{name: sent, unit: bytes}, {name: counted, unit: bytes}, {name: rate, unit: kbit/s}]
      """;

  @AutoClose private final Rig rig;

  DataStepsTest(@TempDir(factory = Rig.Folders.class) Path folder) {
    rig = new Rig(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ec25", "sara-r5"})
  void aNameIsResolvedAndBytesAreSentAndCounted(String family) {
    Run run =
        rig.run(
            Rig.plan(
                """
                - {kind: registered, title: Registered, within_s: 30}
                - {id: name, kind: dns, title: Name, with: {host: example.com}, measure: [{name: addresses, unit: addresses}]}
                """
                    + TRANSFER
                    + "- {kind: dns, title: Nobody, with: {host: nobody.invalid}}\n",
                ""),
            rig.device(family, ""));
    assertEquals(1.0, step(run, "name").measured().getFirst().value().orElseThrow());
    assertTrue(step(run, "name").words().startsWith("example.com is 192.0.2."), run.toString());
    StepRecord moved = step(run, "move");
    assertEquals(Outcome.PASS, moved.outcome(), run.toString());
    assertEquals(900, moved.measured().getFirst().value().orElseThrow());
    assertEquals(900 + 3 * 28, moved.measured().get(1).value().orElseThrow());
    StepRecord nobody = run.steps().getLast();
    assertEquals(Outcome.FAIL, nobody.outcome());
    assertTrue(
        List.of("device/no-name", "cme/100").contains(nobody.code().orElseThrow().toString()));
  }

  @Test
  void bytesThatNobodyCountedAreInconclusive() {
    Run run =
        rig.run(
            Rig.plan(TRANSFER.replace("{bytes: 900}", "{bytes: 900}\n  within_s: 2"), ""),
            rig.device("no-count"));
    assertEquals(Outcome.INCONCLUSIVE, step(run, "move").outcome(), run.toString());
    assertEquals(AcceptanceCodes.NOT_COUNTED, step(run, "move").code().orElseThrow());
    assertEquals(0, step(run, "move").measured().get(1).value().orElseThrow());
  }

  @Test
  void withoutAContextNothingIsSentAndNoNameIsKnown() {
    Run run =
        rig.run(
            Rig.plan("- {kind: functionality, title: Off, with: {level: 4}}\n" + TRANSFER, ""),
            rig.device(""));
    assertEquals(Outcome.FAIL, step(run, "move").outcome(), run.toString());
    assertEquals("0 of 900 bytes were taken by the modem's own stack", step(run, "move").words());
  }

  @Test
  void whatAFamilyCannotDoIsSkippedAndSaysSo() {
    Run run =
        rig.run(
            Rig.plan(
                """
                - {kind: dns, title: Name}
                - {kind: transfer, title: Bytes}
                - {kind: slot, title: Slot, with: {slot: 1}}
                - {kind: counters, title: Counters}
                - {kind: temperature, title: Temperature}
                """,
                ""),
            rig.device("generic", ""));
    assertTrue(
        run.steps().stream().skip(1).allMatch(each -> each.outcome() == Outcome.SKIPPED),
        run.toString());
  }

  @Test
  void theOtherSlotIsChosenAndThePlanGoesBack() {
    Run run =
        rig.run(
            Rig.plan(
                """
                - {id: there, kind: slot, title: Slot 2, with: {slot: 2}, measure: [{name: seconds, unit: s}]}
                - {kind: registered, title: Registered there, within_s: 30}
                - {kind: slot, title: No such slot, with: {slot: 7}}
                """,
                """
                    - {kind: slot, title: Slot 1, with: {slot: 1}}
                teardown:
                  - {id: back, kind: slot, title: Slot 1, with: {slot: 1}}
                """),
            rig.device("quectel-rm5xx", ""));
    assertEquals(Outcome.PASS, step(run, "there").outcome(), run.toString());
    assertEquals(Outcome.FAIL, run.steps().get(3).outcome(), run.toString());
    assertEquals("slot 1 is in use", step(run, "back").words());
    assertEquals(Safety.State.VERIFIED, run.safety().state(), run.toString());
  }

  @Test
  void aCablePulledInTheMiddleOfATransferIsABenchError() {
    Run run =
        rig.run(
            Rig.plan(TRANSFER.replace("900", "20000"), ""),
            rig.device(""),
            new Cancel(),
            view -> {
              if (view.step().equals("Bytes")) {
                rig.bench.disturb("ec25", new Disturbance.Unplug());
              }
            });
    assertEquals(Outcome.ERROR, step(run, "move").outcome(), run.toString());
  }

  private static StepRecord step(Run run, String id) {
    return run.steps().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }
}
