package simwright.app;

import java.util.function.Function;
import simwright.fault.FaultCode;
import simwright.runbook.Entry;
import simwright.runbook.Runbook;
import simwright.ui.frame.FaultWords;

/// The runbook's words for notices.
final class ScreenWords implements FaultWords {
  private final Runbook runbook;

  ScreenWords(Runbook runbook) {
    this.runbook = runbook;
  }

  @Override
  public String meaning(FaultCode code) {
    return of(code, Entry::meaning);
  }

  @Override
  public String state(FaultCode code) {
    return of(code, Entry::state);
  }

  @Override
  public String next(FaultCode code) {
    return of(code, Entry::next);
  }

  private String of(FaultCode code, Function<Entry, String> part) {
    return runbook.entry(code).map(part).orElse("");
  }
}
