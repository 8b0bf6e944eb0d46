package simwright.acceptance.step;

import java.util.Map;
import java.util.Optional;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Outcome;
import simwright.device.Attachment;
import simwright.device.CardAnswer;
import simwright.device.Rung;
import simwright.device.Snapshot;

/// Reads the slots of a handset: the card in each, its subscription's operator and registration. It
/// holds when the slot that carries data has a card that is ready.
public final class SlotsStep implements Step {
  @Override
  public String kind() {
    return "slots";
  }

  @Override
  public Found run(StepContext context) {
    Attachment read = context.device().refresh(context.cancel());
    Snapshot now = read.snapshot();
    if (!read.linkKind().equals("adb")) {
      return Found.failed(
          Outcome.SKIPPED, "it is no handset behind adb", Optional.empty(), Map.of());
    }
    String words = now.card().value().map(CardAnswer::words).orElse("the handset tells no slot");
    boolean ready =
        now.ladder().stream()
            .anyMatch(rung -> rung.step() == Rung.Step.SIM && rung.state() == Rung.State.PASSED);
    return ready
        ? Found.passed(words, Map.of())
        : Found.failed(
            Outcome.FAIL, "rung sim: no card is ready; " + words, Optional.empty(), Map.of());
  }
}
