package simwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The statements of an append, prepared once for the writer's connection, which closes them with
/// itself.
final class Appender {
  private final Connection connection;
  private final PreparedStatement head;
  private final PreparedStatement insert;
  private final PreparedStatement move;

  Appender(Connection connection) throws SQLException {
    this.connection = connection;
    head = connection.prepareStatement(Records.HEAD);
    insert = connection.prepareStatement("INSERT INTO record VALUES (?, ?)");
    move =
        connection.prepareStatement(
            "INSERT INTO head VALUES (1, ?, ?, ?) ON CONFLICT (one) DO UPDATE"
                + " SET size = excluded.size, hash = excluded.hash, running = excluded.running");
  }

  /// Whether it belongs to this connection.
  boolean serves(Connection other) {
    return connection.equals(other);
  }

  /// Where the chain ends, inside the writing transaction.
  Chain head() throws SQLException {
    try (ResultSet row = head.executeQuery()) {
      return Records.chain(row);
    }
  }

  /// Adds a line and moves the head.
  void add(Chain next, String line) throws SQLException {
    insert.setLong(1, next.size());
    insert.setString(2, line);
    insert.executeUpdate();
    move.setLong(1, next.size());
    move.setString(2, next.hash());
    move.setBytes(3, next.running());
    move.executeUpdate();
  }
}
