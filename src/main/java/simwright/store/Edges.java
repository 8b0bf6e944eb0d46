package simwright.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import simwright.fault.Fault;

/// The edges of a transaction, prepared once for a connection. The driver gives a prepared
/// statement up when it fails, so after a failure they are to be prepared anew.
final class Edges implements AutoCloseable {
  private final PreparedStatement begin;
  private final PreparedStatement commit;
  private final PreparedStatement rollback;

  Edges(Connection connection) throws SQLException {
    begin = connection.prepareStatement("BEGIN IMMEDIATE");
    commit = connection.prepareStatement("COMMIT");
    rollback = connection.prepareStatement("ROLLBACK");
  }

  /// A part of the work, on the connection.
  interface Step<T> {
    T take() throws SQLException;
  }

  /// The step and the commit; whatever fails there is rolled back.
  <T> T around(Step<T> step) throws SQLException {
    boolean unused = begin.execute();
    try {
      T result = step.take();
      unused = commit.execute();
      return result;
    } catch (SQLException | Fault broken) {
      rollBack(broken);
      throw broken;
    }
  }

  private void rollBack(Exception broken) {
    try {
      boolean unused = rollback.execute();
    } catch (SQLException alreadyRolledBack) {
      broken.addSuppressed(alreadyRolledBack);
    }
  }

  @Override
  public void close() throws SQLException {
    begin.close();
    commit.close();
    rollback.close();
  }
}
