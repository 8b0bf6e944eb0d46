package simwright.ui.audit;

import java.time.Instant;
import java.util.List;
import simwright.audit.Sighting;
import simwright.job.Job;
import simwright.journal.Recorded;
import simwright.observe.Observable;

/// What the audit screen needs of the book. Reading may take a while and is asked off the screen's
/// thread; what comes is redacted.
public interface AuditSource {
  /// What to look for: words, and a kind, device, actor, outcome ("" for any), not older than
  /// `since`.
  record Query(
      String words, String kind, String device, String actor, String outcome, Instant since) {}

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

  /// The outcomes a record can tell.
  List<String> outcomes();

  /// Identities seen in devices whose value, kind, device or model holds `text`, newest first. To
  /// see them in clear needs a right and is recorded.
  List<Sighting> identities(String text, boolean clear);

  /// Checks the whole chain as a job.
  Job<?> verify();

  /// Exports what matches, redacted, as `jsonl` or `csv`; the job's result is where the file lies.
  Job<String> export(Query query, String format);
}
