package simwright.acceptance;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.acceptance.plan.Outcome;
import simwright.journal.Journal;
import simwright.store.LogView;
import simwright.store.Store;

/// The tables of runs: a view of the log that can be made again from it, and catches up before it
/// is asked.
final class RunTable {
  private static final String READER = "run";

  private final Store store;
  private final LogView<RunPartLine> view;

  RunTable(Store store, Journal journal) {
    this.store = store;
    this.view =
        new LogView<>(
            store,
            READER,
            RunPartLine::seq,
            (from, into) -> RunPartLine.read(journal, from, into),
            RunRows::take);
  }

  /// Rows of the table by a condition that follows WHERE; `argument` is its one parameter.
  List<RunSummary> where(String condition, Object argument) {
    view.catchUp();
    return store.read(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement("SELECT * FROM run WHERE " + condition)) {
        query.setObject(1, argument);
        try (ResultSet row = query.executeQuery()) {
          List<RunSummary> found = new ArrayList<>();
          while (row.next()) {
            found.add(summary(row));
          }
          return found;
        }
      }
    });
  }

  /// The numbers of a run's records, in order.
  List<Long> parts(String id) {
    view.catchUp();
    return store.read(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement("SELECT seq FROM run_part WHERE run = ? ORDER BY seq")) {
        query.setString(1, id);
        try (ResultSet row = query.executeQuery()) {
          List<Long> found = new ArrayList<>();
          while (row.next()) {
            found.add(row.getLong(1));
          }
          return found;
        }
      }
    });
  }

  /// Takes an unfinished run over from a process that is gone; false when another was quicker.
  boolean claim(RunSummary open, String process) {
    return store.write(connection -> {
      try (PreparedStatement update =
          connection.prepareStatement(
              "UPDATE run SET process = ? WHERE id = ? AND process = ? AND outcome = ''")) {
        update.setString(1, process);
        update.setString(2, open.id());
        update.setString(3, open.process());
        return update.executeUpdate() == 1;
      }
    });
  }

  private static RunSummary summary(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    String safety = row.getString("safety");
    return new RunSummary(
        row.getString("id"),
        row.getString("plan"),
        row.getString("batch"),
        row.getString("device"),
        row.getString("model"),
        row.getString("revision"),
        row.getInt("simulated") == 1,
        row.getString("operator"),
        RunReader.instant(row.getString("started")).orElse(Instant.EPOCH),
        RunReader.instant(row.getString("ended")),
        outcome.isEmpty() ? Optional.empty() : Optional.of(Outcome.of(outcome)),
        row.getInt("attempt"),
        row.getString("reason"),
        safety.isEmpty() ? Safety.State.NOT_DECLARED : Safety.State.of(safety),
        row.getString("by_hand"),
        row.getString("process"));
  }
}
