package simwright.acceptance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import simwright.acceptance.plan.Outcome;
import simwright.acceptance.plan.StepKind;
import simwright.ask.Handed;
import simwright.fault.FaultCode;

/// A kind of step.
public interface Step extends StepKind {
  /// Carries it out; faults of the link end it as a bench error.
  Found run(StepContext context);

  /// What a step found: how it ended, in words, the code where something failed, values by name of
  /// measurement, and what a person handed over for the record.
  record Found(
      Outcome ended,
      String words,
      Optional<FaultCode> code,
      Map<String, Double> values,
      List<Handed> handed) {
    /// Where nothing was handed over.
    public Found(
        Outcome ended, String words, Optional<FaultCode> code, Map<String, Double> values) {
      this(ended, words, code, values, List.of());
    }

    /// It holds, and this was handed over.
    public static Found handed(String words, Handed handed) {
      return new Found(Outcome.PASS, words, Optional.empty(), Map.of(), List.of(handed));
    }

    /// It holds.
    public static Found passed(String words, Map<String, Double> values) {
      return new Found(Outcome.PASS, words, Optional.empty(), values);
    }

    /// It does not hold.
    public static Found failed(
        Outcome outcome, String words, Optional<FaultCode> code, Map<String, Double> values) {
      return new Found(outcome, words, code, values);
    }
  }
}
