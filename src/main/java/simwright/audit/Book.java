package simwright.audit;

import java.util.List;
import java.util.Optional;
import simwright.journal.Journal;
import simwright.journal.Recorded;
import simwright.observe.Observable;

/// The audit log as everyone above may use it.
public interface Book extends Journal {
  /// How many records there are, and how many since the last anchor left this machine.
  Observable<Standing> standing();

  /// Verifies everything, also against these anchors and the ones kept beside the log.
  Verdict verify(List<Anchor> anchors);

  /// Records that hold all words, newest first, with numbers below `before`; all records for no
  /// words.
  List<Recorded> search(String words, long before, int most);

  /// One record.
  Optional<Recorded> record(long seq);

  /// Identities seen in devices whose value, kind, device or model holds `text`, newest first; all
  /// for no text.
  List<Sighting> identities(String text);

  /// The state of the log now, for a report or export that leaves this machine; counted as an
  /// anchor.
  Anchor anchor();

  /// Signs a checkpoint now.
  void checkpoint();

  /// How much there is and how much of it no anchor covers.
  record Standing(long records, long unanchored) {}
}
