package simwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import simwright.identity.Identifier.Check;
import simwright.journal.Recorded;
import simwright.store.Store;

/// Which identity was seen in which device, when: a view of the book, made again from it when need
/// be. Values are read from their sealed boxes, so that what was forgotten is not found.
final class IdentityMap {
  private static final int MOST = 10_000;

  private final Store store;
  private final Reader reader;
  private final Function<Collection<String>, Map<String, String>> reveal;

  /// `reveal` opens the boxes behind pseudonyms.
  IdentityMap(Store store, Function<Collection<String>, Map<String, String>> reveal) {
    this.store = store;
    this.reveal = reveal;
    this.reader = new Reader(store, "sighting", IdentityMap::take);
  }

  /// Sightings whose value, kind, device or model holds `text`, newest first; all for no text.
  /// Blanks and dashes between digits do not matter.
  List<Sighting> search(String text) {
    reader.catchUp();
    String words = text.strip().toLowerCase(Locale.ROOT);
    String digits = words.replaceAll("[ -]", "");
    List<Sighting> all = store.read(IdentityMap::all);
    Map<String, String> open = reveal.apply(all.stream().map(Sighting::pseudonym).toList());
    return all.stream()
        .map(each -> with(each, Optional.ofNullable(open.get(each.pseudonym()))))
        .filter(each ->
            each.value().filter(value -> value.contains(digits)).isPresent() || holds(each, words))
        .toList();
  }

  private static boolean holds(Sighting each, String words) {
    return (each.kind() + " " + each.device() + " " + each.model())
        .toLowerCase(Locale.ROOT)
        .contains(words);
  }

  private static Sighting with(Sighting each, Optional<String> value) {
    return new Sighting(
        each.kind(),
        each.pseudonym(),
        value,
        each.check(),
        each.device(),
        each.model(),
        each.simulated(),
        each.first(),
        each.last(),
        each.times());
  }

  private static List<Sighting> all(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement(
                "SELECT kind, pseudonym, digits, device, model, simulated, first, last, times"
                    + " FROM sighting ORDER BY last DESC, kind, device LIMIT "
                    + MOST);
        ResultSet row = query.executeQuery()) {
      List<Sighting> all = new ArrayList<>();
      while (row.next()) {
        all.add(
            new Sighting(
                row.getString(1),
                row.getString(2),
                Optional.empty(),
                Check.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getBoolean(6),
                Instant.parse(row.getString(7)),
                Instant.parse(row.getString(8)),
                row.getLong(9)));
      }
      return all;
    }
  }

  private static void take(Connection connection, List<Recorded> page) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO sighting VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1)"
                + " ON CONFLICT (pseudonym, device) DO UPDATE SET model = excluded.model,"
                + " last = excluded.last, times = times + 1")) {
      for (Recorded each : page) {
        for (RecordLine.Seen seen : RecordLine.seen(each)) {
          insert.setString(1, seen.pseudonym());
          insert.setString(2, seen.kind());
          insert.setString(3, seen.device());
          insert.setString(4, seen.model());
          insert.setString(5, seen.check());
          insert.setBoolean(6, seen.simulated());
          insert.setString(7, each.at().toString());
          insert.setString(8, each.at().toString());
          insert.addBatch();
        }
      }
      int[] unused = insert.executeBatch();
    }
  }
}
