package simwright.acceptance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
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

  /// Rows of the table by a condition that follows WHERE, with its parameters.
  List<RunSummary> where(String condition, Object... arguments) {
    view.catchUp();
    return store.read(connection -> select(connection, condition, List.of(arguments)));
  }

  /// Some of the runs that a filter means, newest first.
  RunPage page(RunFilter filter, long from, int most) {
    view.catchUp();
    RunSearch search = RunSearch.of(filter);
    List<Object> arguments = new ArrayList<>(search.arguments());
    arguments.add(most);
    arguments.add(from);
    return store.read(connection ->
        new RunPage(
            select(
                connection,
                search.condition() + " ORDER BY started DESC, id DESC LIMIT ? OFFSET ?",
                arguments),
            from,
            count(connection, search)));
  }

  /// What there is of a field among the runs that a filter means, in order.
  List<String> values(RunFilter filter, RunField field) {
    view.catchUp();
    RunSearch search = RunSearch.of(filter);
    String sql =
        "SELECT DISTINCT "
            + field.column()
            + " FROM run WHERE "
            + search.condition()
            + " ORDER BY 1";
    return store.read(connection -> {
      List<String> found = new ArrayList<>();
      each(connection, sql, search.arguments(), row -> found.add(row.getString(1)));
      return List.copyOf(found);
    });
  }

  /// Passes every try of every step of the runs that a filter means, in the order of the log.
  void attempts(RunFilter filter, Consumer<Attempt> into) {
    RunSearch search = RunSearch.of(filter);
    view.catchUp();
    boolean unused =
        store.read(connection -> {
          Map<String, RunSummary> runs = byId(connection, search);
          each(
              connection,
              "SELECT * FROM run_step WHERE run IN (SELECT id FROM run WHERE "
                  + search.condition()
                  + ") ORDER BY seq",
              search.arguments(),
              row -> into.accept(RunRows.attempt(row, runs)));
          return true;
        });
  }

  /// Passes every value that the runs took which a filter means, in the order of the log.
  void taken(RunFilter filter, Consumer<Taken> into) {
    RunSearch search = RunSearch.of(filter);
    view.catchUp();
    boolean unused =
        store.read(connection -> {
          Map<String, RunSummary> runs = byId(connection, search);
          each(
              connection,
              "SELECT v.*, s.run, s.step FROM run_step s JOIN run_value v ON v.seq = s.seq"
                  + " WHERE s.run IN (SELECT id FROM run WHERE "
                  + search.condition()
                  + ") ORDER BY s.seq",
              search.arguments(),
              row -> into.accept(RunRows.taken(row, runs)));
          return true;
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

  private static Map<String, RunSummary> byId(Connection connection, RunSearch search)
      throws SQLException {
    Map<String, RunSummary> runs = new HashMap<>();
    select(connection, search.condition(), search.arguments())
        .forEach(each -> runs.put(each.id(), each));
    return runs;
  }

  private static List<RunSummary> select(
      Connection connection, String condition, List<Object> arguments) throws SQLException {
    List<RunSummary> found = new ArrayList<>();
    each(
        connection,
        "SELECT * FROM run WHERE " + condition,
        arguments,
        row -> found.add(RunRows.summary(row)));
    return found;
  }

  private static long count(Connection connection, RunSearch search) throws SQLException {
    List<Long> found = new ArrayList<>();
    each(
        connection,
        "SELECT count(*) FROM run WHERE " + search.condition(),
        search.arguments(),
        row -> found.add(row.getLong(1)));
    return found.getFirst();
  }

  /// What is done with a row.
  private interface Taking {
    void take(ResultSet row) throws SQLException;
  }

  private static void each(Connection connection, String sql, List<Object> arguments, Taking taking)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < arguments.size(); i++) {
        query.setObject(i + 1, arguments.get(i));
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          taking.take(row);
        }
      }
    }
  }
}
