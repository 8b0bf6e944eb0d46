package simwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import simwright.fault.Fault;
import simwright.journal.Recorded;
import simwright.store.StoreCodes;

/// The rows of the book: reading, paging, searching, and adding one.
final class Records {
  static final String HEAD = "SELECT size, hash, running FROM head WHERE one = 1";

  private static final int PAGE = 1000;

  private Records() {}

  static Chain head(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(HEAD);
        ResultSet row = query.executeQuery()) {
      return chain(row);
    }
  }

  static Chain chain(ResultSet row) throws SQLException {
    if (!row.next()) {
      return Chain.EMPTY;
    }
    String hash = row.getString(2);
    byte[] running = row.getBytes(3);
    if (hash == null || running == null || !Chain.isState(running)) {
      throw new Fault(StoreCodes.DAMAGED, "reading the end of the log", "the log");
    }
    return new Chain(row.getLong(1), hash, running);
  }

  /// The next page from `from` up to `to`, both included.
  static List<Recorded> page(Connection connection, long from, long to) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT seq, line FROM record WHERE seq BETWEEN ? AND ? ORDER BY seq LIMIT " + PAGE)) {
      query.setLong(1, from);
      query.setLong(2, to);
      return rows(query);
    }
  }

  static List<Recorded> newest(Connection connection, long before, int most) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT seq, line FROM record WHERE seq < ? ORDER BY seq DESC LIMIT ?")) {
      query.setLong(1, before);
      query.setInt(2, most);
      return rows(query);
    }
  }

  /// Records that hold all words, newest first, before a number; the index must have caught up.
  static List<Recorded> search(Connection connection, String match, long before, int most)
      throws SQLException {
    return search(connection, match, before, "< ? ORDER BY t.rowid DESC", most);
  }

  /// As `search`, oldest first, after a number.
  static List<Recorded> searchAfter(Connection connection, String match, long after, int most)
      throws SQLException {
    return search(connection, match, after, "> ? ORDER BY t.rowid", most);
  }

  private static List<Recorded> search(
      Connection connection, String match, long bound, String side, int most) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT r.seq, r.line FROM record_text t JOIN record r ON r.seq = t.rowid"
                + " WHERE record_text MATCH ? AND t.rowid "
                + side
                + " LIMIT ?")) {
      query.setString(1, match);
      query.setLong(2, bound);
      query.setInt(3, most);
      return rows(query);
    }
  }

  /// The line of a row; empty where damage took it away.
  static String line(ResultSet row) throws SQLException {
    String line = row.getString(2);
    return line == null ? "" : line;
  }

  static List<Checkpoint> checkpoints(Connection connection) throws SQLException {
    List<Checkpoint> checkpoints = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement("SELECT size, note, signature FROM checkpoint");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        String note = row.getString(2);
        byte[] signature = row.getBytes(3);
        checkpoints.add(
            new Checkpoint(
                row.getLong(1),
                note == null ? "" : note,
                signature == null ? new byte[0] : signature));
      }
    }
    return checkpoints;
  }

  /// The sealed values behind pseudonyms, but for those that were never seen.
  static Map<String, byte[]> boxes(Connection connection, Collection<String> pseudonyms)
      throws SQLException {
    Map<String, byte[]> found = new LinkedHashMap<>();
    try (PreparedStatement query =
        connection.prepareStatement("SELECT sealed FROM subject WHERE pseudonym = ?")) {
      for (String each : pseudonyms) {
        query.setString(1, each);
        try (ResultSet row = query.executeQuery()) {
          if (row.next()) {
            found.put(each, row.getBytes(1));
          }
        }
      }
    }
    return found;
  }

  /// Words for the full-text index: each a quoted string, so that no character has a meaning.
  static String match(String words) {
    StringBuilder match = new StringBuilder();
    for (String word : words.strip().split("\\s+")) {
      if (!word.isEmpty()) {
        match.append('"').append(word.replace("\"", "\"\"")).append("\" ");
      }
    }
    return match.toString().strip();
  }

  private static List<Recorded> rows(PreparedStatement query) throws SQLException {
    List<Recorded> found = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        found.add(RecordLine.read(row.getLong(1), line(row)));
      }
    }
    return found;
  }
}
