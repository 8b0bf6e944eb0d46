package simwright.quota;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import simwright.journal.Journal;
import simwright.journal.Past;
import simwright.journal.Recorded;
import simwright.store.LogView;
import simwright.store.Store;

/// The tables of data, as a view of the log's records.
final class DataView {
  private static final String KIND = "data.";
  private static final String COUNTER =
      "at, device, profile, app, sent, received, from_zero, roaming FROM data_counter";

  private final Store store;
  private final LogView<Recorded> view;

  DataView(Store store, Journal journal) {
    this.store = store;
    this.view =
        new LogView<>(
            store,
            "data",
            Recorded::seq,
            (from, into) ->
                Past.read(journal, from, each -> each.kind().startsWith(KIND), each -> each, into),
            DataView::take);
  }

  /// A row as what it means.
  @FunctionalInterface
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  List<Counted> standing() {
    return read("SELECT " + COUNTER + " WHERE ? = '' ORDER BY device, app", "", DataView::counted);
  }

  List<Use> uses(Instant after) {
    return read(
        "SELECT begun, ended, device, before, now, app, sent, received, certainty, roaming"
            + " FROM data_use WHERE ended > ? ORDER BY ended, device, app",
        after.toString(),
        row ->
            new Use(
                Instant.parse(row.getString(1)),
                Instant.parse(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getLong(8),
                Use.Certainty.valueOf(row.getString(9)),
                row.getBoolean(10)));
  }

  List<Account> accounts() {
    return read(
        "SELECT at, device, profile, way, used, cap, reset FROM data_account WHERE ? = ''"
            + " ORDER BY at, seq, place",
        "",
        row ->
            new Account(
                Instant.parse(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                volume(row.getLong(5)),
                volume(row.getLong(6)),
                row.getBoolean(7)));
  }

  private <T> List<T> read(String sql, String with, Row<T> reading) {
    view.catchUp();
    return store.read(connection -> rows(connection, sql, List.of(with), reading));
  }

  private static <T> List<T> rows(
      Connection connection, String sql, List<String> with, Row<T> reading) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      for (int i = 0; i < with.size(); i++) {
        query.setString(i + 1, with.get(i));
      }
      try (ResultSet row = query.executeQuery()) {
        List<T> all = new ArrayList<>();
        while (row.next()) {
          all.add(reading.read(row));
        }
        return List.copyOf(all);
      }
    }
  }

  private static Counted counted(ResultSet row) throws SQLException {
    return new Counted(
        Instant.parse(row.getString(1)),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getLong(5),
        row.getLong(6),
        row.getBoolean(7),
        row.getBoolean(8));
  }

  private static OptionalLong volume(long bytes) {
    return bytes < 0 ? OptionalLong.empty() : OptionalLong.of(bytes);
  }

  private static void take(Connection connection, Recorded recorded) throws SQLException {
    JsonNode content = DataText.content(recorded);
    for (Counted each : DataText.counters(content)) {
      count(connection, recorded.seq(), each);
    }
    int place = 0;
    for (Account each : DataText.accounts(content)) {
      insert(
          connection,
          "INSERT OR REPLACE INTO data_account VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
          recorded.seq(),
          place++,
          each.at().toString(),
          each.device(),
          each.profile(),
          each.way(),
          each.used().orElse(-1),
          each.cap().orElse(-1),
          each.reset());
    }
  }

  private static void count(Connection connection, long seq, Counted now) throws SQLException {
    List<Counted> last =
        rows(
            connection,
            "SELECT " + COUNTER + " WHERE device = ? AND app = ?",
            List.of(now.device(), now.app()),
            DataView::counted);
    if (!last.isEmpty() && !now.at().isAfter(last.getFirst().at())) {
      return;
    }
    for (Use use :
        last.stream().flatMap(each -> CounterSeries.between(each, now).stream()).toList()) {
      insert(
          connection,
          "INSERT OR REPLACE INTO data_use VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          seq,
          use.from().toString(),
          use.until().toString(),
          use.device(),
          use.before(),
          use.now(),
          use.app(),
          use.sent(),
          use.received(),
          use.certainty().name(),
          use.roaming());
    }
    insert(
        connection,
        "INSERT OR REPLACE INTO data_counter VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        now.device(),
        now.app(),
        now.at().toString(),
        now.profile(),
        now.sent(),
        now.received(),
        now.fromZero(),
        now.roaming());
  }

  private static void insert(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
    }
  }
}
