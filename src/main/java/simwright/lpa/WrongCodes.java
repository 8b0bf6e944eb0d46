package simwright.lpa;

import java.util.HashMap;
import java.util.Map;
import simwright.journal.Journal;

/// How many wrong confirmation codes were sent for each order, by its digest: a view of the book in
/// memory, made when it is first asked for.
final class WrongCodes {
  private final Journal journal;
  private final Map<String, Integer> counts = new HashMap<>();
  private long upto;

  /// Of a book.
  WrongCodes(Journal journal) {
    this.journal = journal;
  }

  synchronized int of(String subject) {
    upto = IntentLine.read(journal, upto + 1, this::count);
    return counts.getOrDefault(subject, 0);
  }

  private void count(IntentLine line) {
    if (line.stage().equals(Stage.CONFIRMATION_CODE.key())
        && line.outcome().equals(OrderCode.WRONG)) {
      var unused = counts.merge(line.text("subject"), 1, Integer::sum);
    }
  }
}
