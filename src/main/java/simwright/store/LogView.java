package simwright.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/// Tables that are a view of numbered records, of which some matter to it: they catch up before
/// they are asked, and can be made again from the records.
///
/// @param <T> a record that matters, as the view reads it
public final class LogView<T> {
  /// Where records come from.
  @FunctionalInterface
  public interface Source<T> {
    /// Passes those from a number on that matter; the number of the last record there is.
    long read(long from, Consumer<T> into);
  }

  /// What a record means for the tables.
  @FunctionalInterface
  public interface Taking<T> {
    /// Takes it in, inside the transaction that also says how far the view has come.
    void take(Connection connection, T item) throws SQLException;
  }

  private final Store store;
  private final Bookmark bookmark;
  private final ToLongFunction<T> number;
  private final Source<T> source;
  private final Taking<T> taking;

  /// A view of a name that stands in the table of readers.
  public LogView(
      Store store, String name, ToLongFunction<T> number, Source<T> source, Taking<T> taking) {
    this.store = store;
    this.bookmark = new Bookmark(name);
    this.number = number;
    this.source = source;
    this.taking = taking;
  }

  /// Takes what it has not seen yet.
  public void catchUp() {
    long from = store.read(bookmark::upto) + 1;
    List<T> fresh = new ArrayList<>();
    long last = source.read(from, fresh::add);
    if (last >= from) {
      boolean written = store.write(connection -> take(connection, fresh, last));
      assert written;
    }
  }

  /// Another program may have come further meanwhile; what is there is not written again.
  private boolean take(Connection connection, List<T> fresh, long last) throws SQLException {
    long upto = bookmark.upto(connection);
    for (T each : fresh) {
      if (number.applyAsLong(each) > upto) {
        taking.take(connection, each);
      }
    }
    return bookmark.move(connection, last);
  }
}
