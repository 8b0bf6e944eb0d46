package simwright.ui.audit;

import java.time.Instant;
import java.util.List;
import simwright.job.Job;
import simwright.journal.Recorded;
import simwright.observe.Observable;

/// What the audit screen needs of the book. Reading may take a while and is asked off the screen's
/// thread; what comes is redacted.
public interface AuditSource {
  /// What to look for: words, and a kind, device, actor ("" for any).
  record Query(String words, String kind, String device, String actor) {}

  /// How the chain stands: when it was last checked and what was found, how many records there are,
  /// how many of them no anchor covers.
  record Chain(
      boolean good,
      long records,
      long unanchored,
      Instant checked,
      boolean wasChecked,
      String words) {}

  /// How the chain stands.
  Observable<Chain> chain();

  /// At most `most` records that match and are older than number `before`, newest first.
  List<Recorded> search(Query query, long before, int most);

  /// The kinds of records there are.
  List<String> kinds();

  /// Checks the whole chain as a job.
  Job<?> verify();

  /// Exports what matches, redacted, as `jsonl` or `csv`; the job's result is where the file lies.
  Job<String> export(Query query, String format);
}
