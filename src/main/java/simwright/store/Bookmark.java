package simwright.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// How far a view of numbered records has come: the number of the last one it took, by the name
/// that stands in the table of readers; 0 before the first.
public record Bookmark(String name) {
  /// The number of the last record that was taken.
  public long upto(Connection connection) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT upto FROM reader WHERE name = ?")) {
      query.setString(1, name);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  /// Says, inside the transaction that takes them, up to where records are taken; never back. False
  /// where no such view is known.
  public boolean move(Connection connection, long last) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE reader SET upto = max(upto, ?) WHERE name = ?")) {
      update.setLong(1, last);
      update.setString(2, name);
      return update.executeUpdate() == 1;
    }
  }
}
