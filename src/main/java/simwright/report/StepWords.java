package simwright.report;

import java.util.Optional;
import simwright.acceptance.StepRecord;
import simwright.acceptance.plan.Outcome;
import simwright.runbook.Entry;
import simwright.runbook.Runbook;

/// What came of a step as a person reads it: where the bench failed, the runbook's words for the
/// code stand before those of the record.
public final class StepWords {
  private StepWords() {}

  /// Read once, when the first bench error is told.
  private static final class Book {
    private static final Runbook SHIPPED = Runbook.shipped();
  }

  /// The words, not yet made safe for any sink.
  public static String of(StepRecord step) {
    boolean bench = step.ended() == Outcome.ERROR || step.ended() == Outcome.NOT_STARTED;
    Optional<String> title =
        bench
            ? step.code().flatMap(code -> Book.SHIPPED.entry(code)).map(Entry::title)
            : Optional.empty();
    return title.map(words -> words + ", " + step.words()).orElse(step.words());
  }
}
