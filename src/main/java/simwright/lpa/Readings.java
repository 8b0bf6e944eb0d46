package simwright.lpa;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import simwright.identity.Identifier;
import simwright.journal.Journal;

/// What cards told when they were read before, by their EID: a view of the book in memory, made
/// when it is first asked for.
final class Readings {
  private final Journal journal;
  private final BiPredicate<String, Identifier> is;
  private final Map<String, Told> last = new HashMap<>();
  private long upto;

  /// What was told, and when.
  private record Told(Instant at, Map<String, String> facts) {}

  /// Of a book; `is` tells whether a pseudonym of it stands for an identifier.
  Readings(Journal journal, BiPredicate<String, Identifier> is) {
    this.journal = journal;
    this.is = is;
  }

  /// Compares with the reading before of the same card, and writes this one where it is other, so
  /// that the time of the one before is when it first was so.
  synchronized CardReading take(CardReading reading, Flow flow) {
    upto = IntentLine.read(journal, upto + 1, this::keep);
    Map<String, String> now = CardFacts.of(reading);
    Optional<Told> before =
        last.entrySet().stream()
            .filter(each -> is.test(each.getKey(), reading.eid()))
            .map(Map.Entry::getValue)
            .findFirst();
    if (before.filter(past -> past.facts.equals(now)).isEmpty()) {
      flow.stage(Stage.READING, "done", Map.of("card", reading.eid(), "facts", now));
    }
    return before
        .map(past ->
            reading.with(
                new CardReading.Changes(Optional.of(past.at), CardFacts.changes(past.facts, now))))
        .orElse(reading);
  }

  private void keep(IntentLine line) {
    if (line.stage().equals(Stage.READING.key())) {
      last.put(line.pseudonym("card"), new Told(line.at(), facts(line.with())));
    }
  }

  private static Map<String, String> facts(JsonNode with) {
    Map<String, String> facts = new LinkedHashMap<>();
    with.path("facts")
        .properties()
        .forEach(each -> facts.put(each.getKey(), each.getValue().asText()));
    return facts;
  }
}
