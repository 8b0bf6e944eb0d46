package simwright.lpa;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import simwright.journal.Journal;

/// Which acts have switched the radio of their modem off and are not known to have put it back, and
/// the level of functionality it had (+CFUN): a view of the book in memory, made when it is first
/// asked for.
final class RadioLeft {
  private final Journal journal;
  private final Map<String, Integer> levels = new HashMap<>();
  private long upto;

  /// Of a book.
  RadioLeft(Journal journal) {
    this.journal = journal;
  }

  synchronized Optional<Integer> by(String job) {
    upto = IntentLine.read(journal, upto + 1, this::take);
    return Optional.ofNullable(levels.get(job));
  }

  private void take(IntentLine line) {
    if (!line.stage().equals(Stage.RADIO_CYCLE.key())) {
      return;
    }
    if (line.outcome().equals("begun")) {
      levels.put(line.job(), line.with().path("functionality").asInt(Settling.FULL));
    } else {
      levels.remove(line.job());
    }
  }
}
