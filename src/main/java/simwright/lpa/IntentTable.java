package simwright.lpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import simwright.journal.Journal;
import simwright.store.LogView;
import simwright.store.Store;

/// The table of intents: a view of the log.
final class IntentTable {
  private static final String READER = "intent";

  private static final String AT_THE_CARD =
      Arrays.stream(Intent.Kind.values())
          .flatMap(kind -> kind.atTheCard().stream())
          .map(stage -> "'" + stage.key() + "'")
          .distinct()
          .collect(Collectors.joining(", ", "(", ")"));

  private final Store store;
  private final LogView<IntentLine> view;

  IntentTable(Store store, Journal journal) {
    this.store = store;
    this.view =
        new LogView<>(
            store,
            READER,
            IntentLine::seq,
            (from, into) -> IntentLine.read(journal, from, into),
            IntentTable::take);
  }

  /// Rows of the table by a condition that follows WHERE; `argument` is its one parameter.
  List<Intent> where(String condition, String argument) {
    view.catchUp();
    return store.read(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement("SELECT * FROM intent WHERE " + condition)) {
        query.setString(1, argument);
        try (ResultSet row = query.executeQuery()) {
          List<Intent> found = new ArrayList<>();
          while (row.next()) {
            found.add(intent(row));
          }
          return found;
        }
      }
    });
  }

  private static void take(Connection connection, IntentLine line) throws SQLException {
    Optional<Stage> stage = Stage.of(line.stage());
    if (stage.filter(Stage.INTENT::equals).isPresent()) {
      begun(connection, line);
    } else if (stage.filter(Stage.VERDICT::equals).isPresent()) {
      set(connection, "verdict", line.outcome(), line.job());
    } else if (stage.filter(each -> !each.progress()).isEmpty()) {
      advance(connection, line.stage(), line.job());
      if (stage.filter(Stage.ANNOUNCED::equals).isPresent()) {
        set(connection, "profile", line.pseudonym("iccid"), line.job());
      }
    }
  }

  private static void begun(Connection connection, IntentLine line) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT OR IGNORE INTO intent VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?)")) {
      insert.setString(1, line.job());
      insert.setString(2, line.text("kind"));
      insert.setString(3, line.device());
      insert.setString(4, line.pseudonym("card"));
      insert.setString(5, line.text("subject"));
      insert.setString(6, line.pseudonym("iccid"));
      insert.setInt(7, line.with().path("attempt").asInt(1));
      insert.setString(8, line.at().toString());
      insert.setString(9, Stage.INTENT.key());
      insert.setString(10, line.text("program"));
      insert.executeUpdate();
    }
  }

  /// An act that came as far as the card never falls behind that again, whatever is verified or
  /// restarted afterwards: its verdict rests on it.
  private static void advance(Connection connection, String stage, String id) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE intent SET stage = ?1 WHERE id = ?2 AND verdict IN ('', 'undecided')"
                + " AND (?1 IN "
                + AT_THE_CARD
                + " OR stage NOT IN "
                + AT_THE_CARD
                + ")")) {
      update.setString(1, stage);
      update.setString(2, id);
      update.executeUpdate();
    }
  }

  private static void set(Connection connection, String column, String value, String id)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE intent SET " + column + " = ? WHERE id = ? AND verdict IN ('', 'undecided')")) {
      update.setString(1, value);
      update.setString(2, id);
      update.executeUpdate();
    }
  }

  private static Intent intent(ResultSet row) throws SQLException {
    return new Intent(
        row.getString("id"),
        Intent.Kind.of(row.getString("kind")),
        row.getString("device"),
        row.getString("card"),
        row.getString("subject"),
        row.getString("profile"),
        row.getInt("attempt"),
        Instant.parse(row.getString("begun")),
        row.getString("stage"),
        Intent.Verdict.of(row.getString("verdict")),
        row.getString("process"));
  }
}
