package simwright.acceptance.step;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import simwright.acceptance.Step;
import simwright.acceptance.StepContext;
import simwright.acceptance.plan.Change;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.Parameters;
import simwright.at.Answer;
import simwright.at.AtEngine;
import simwright.at.command.SelectSlot;
import simwright.device.Told;

/// Chooses the card slot by the command of the family, counted from 1, and asks whether it is so; a
/// modem that does not tell leaves it open. Data and registration are lost by it. Slot 1 is what a
/// teardown and the safe state go back to. Skipped where the family has no such command.
public final class SlotStep implements Step {
  private static final String LEFT = "another card slot";

  @Override
  public String kind() {
    return "slot";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("slot");
  }

  @Override
  public Optional<String> objection(Parameters with) {
    return with.text("slot", "").matches("[1-9]")
        ? Optional.empty()
        : Optional.of("slot is a number from 1");
  }

  @Override
  public Map<String, String> measures(Parameters with) {
    return Map.of("seconds", "s");
  }

  @Override
  public List<Change> changes(Parameters with) {
    return List.of(Change.sets("chooses card slot " + with.text("slot", "")));
  }

  @Override
  public Optional<String> leaves(Parameters with) {
    return with.text("slot", "").equals("1") ? Optional.empty() : Optional.of(LEFT);
  }

  @Override
  public Optional<String> clears(Parameters with) {
    return with.text("slot", "").equals("1") ? Optional.of(LEFT) : Optional.empty();
  }

  @Override
  public Found run(StepContext context) {
    Optional<String> template = Templates.first(context, "slot_select");
    if (template.isEmpty()) {
      return Found.failed(
          Outcome.SKIPPED,
          "the family has no command to choose a slot",
          Optional.empty(),
          Map.of());
    }
    int slot = (int) context.with().number("slot", 1);
    String text =
        template
            .get()
            .replace("{slot}", Integer.toString(slot))
            .replace("{slot0}", Integer.toString(slot - 1));
    return context
        .device()
        .talk(context.cancel(), engine -> chosen(context, engine, new SelectSlot(text), slot));
  }

  private static Found chosen(StepContext context, AtEngine engine, SelectSlot command, int slot) {
    if (now(context, engine).filter(in -> in == slot).isPresent()) {
      return Found.passed("slot " + slot + " is in use already", Map.of());
    }
    long start = context.time().nanos();
    Answer<Boolean> answer = engine.send(command, context.deadline().left());
    if (answer.code().isPresent()) {
      return Found.failed(Outcome.FAIL, "the modem refuses slot " + slot, answer.code(), Map.of());
    }
    Map<String, Double> values = context.declared(Map.of("seconds", context.secondsSince(start)));
    Optional<Integer> in = ReadBack.of(context, slot, () -> now(context, engine));
    return ReadBack.judged("slot " + slot + " is in use", slot, in, values);
  }

  private static Optional<Integer> now(StepContext context, AtEngine engine) {
    return Told.by(engine, context.device().profile(), "slot", Integer.class).value();
  }
}
