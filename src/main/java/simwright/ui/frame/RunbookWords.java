package simwright.ui.frame;

import java.util.function.Function;
import simwright.fault.FaultCode;
import simwright.runbook.Entry;
import simwright.runbook.Runbook;

/// The words of the runbook for notices, cards and ladders.
public record RunbookWords(Runbook runbook) implements FaultWords {
  @Override
  public String meaning(FaultCode code) {
    return part(code, Entry::meaning);
  }

  @Override
  public String state(FaultCode code) {
    return part(code, Entry::state);
  }

  @Override
  public String next(FaultCode code) {
    return part(code, Entry::next);
  }

  private String part(FaultCode code, Function<Entry, String> part) {
    return runbook.entry(code).map(part).orElse("");
  }
}
