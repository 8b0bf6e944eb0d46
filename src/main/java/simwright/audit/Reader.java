package simwright.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import simwright.journal.Recorded;
import simwright.store.Bookmark;
import simwright.store.Store;

/// A view of the book that catches up with it before it is asked, in commits of its own: the
/// full-text index and the identity map. What it holds can always be made again from the book.
final class Reader {
  private final Store store;
  private final Bookmark bookmark;
  private final Taking taking;

  Reader(Store store, String name, Taking taking) {
    this.store = store;
    this.bookmark = new Bookmark(name);
    this.taking = taking;
  }

  /// Takes records into the view, inside the transaction that also says how far it has come.
  @FunctionalInterface
  interface Taking {
    void take(Connection connection, List<Recorded> page) throws SQLException;
  }

  /// Takes what it has not seen yet.
  void catchUp() {
    while (store.read(this::behind) && store.write(this::step)) {
      // a page at a time, so that nobody who appends waits long
    }
  }

  private boolean behind(Connection connection) throws SQLException {
    return bookmark.upto(connection) < Records.head(connection).size();
  }

  private boolean step(Connection connection) throws SQLException {
    long upto = bookmark.upto(connection);
    List<Recorded> page = Records.page(connection, upto + 1, Long.MAX_VALUE);
    if (page.isEmpty()) {
      return false;
    }
    taking.take(connection, page);
    return bookmark.move(connection, page.getLast().seq());
  }

  /// The full-text index over all lines.
  static Reader text(Store store) {
    return new Reader(
        store,
        "text",
        (connection, page) -> {
          try (PreparedStatement insert =
              connection.prepareStatement("INSERT INTO record_text (rowid, line) VALUES (?, ?)")) {
            for (Recorded each : page) {
              insert.setLong(1, each.seq());
              insert.setString(2, each.line());
              insert.addBatch();
            }
            int[] unused = insert.executeBatch();
          }
        });
  }
}
