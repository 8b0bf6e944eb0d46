package simwright.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The connections that only read. Opening one costs more than most reads, so a few are kept for
/// the next reader; what one remembers of the file's pages is forgotten between readers, and one
/// whose file was put aside is not used again.
final class ReadConnections implements AutoCloseable {
  private static final int KEPT = 2;

  private final Path file;
  private final Opening opening;
  private final Deque<Kept> idle = new ArrayDeque<>();
  private boolean closed;

  /// How a connection is made.
  interface Opening {
    Connection open(Path file) throws SQLException;
  }

  private record Kept(Connection connection, Object file) {}

  ReadConnections(Path file, Opening opening) {
    this.file = file;
    this.opening = opening;
  }

  /// Does work inside one transaction, which sees one moment of the file.
  <T> T at(Store.Work<T> work) throws SQLException {
    Optional<Object> now = identity();
    Kept kept = now.isEmpty() ? null : take(now.get());
    Connection connection = kept == null ? opening.open(file) : kept.connection();
    boolean whole = false;
    try (Statement edges = connection.createStatement()) {
      boolean unused = edges.execute("BEGIN");
      T result = work.on(connection);
      unused = edges.execute("ROLLBACK");
      unused = edges.execute("PRAGMA shrink_memory");
      whole = true;
      return result;
    } finally {
      if (!whole || now.isEmpty() || !keep(new Kept(connection, now.get()))) {
        connection.close();
      }
    }
  }

  /// What tells this file from another of its name; none where the system does not say.
  private Optional<Object> identity() {
    try {
      return Optional.ofNullable(Files.readAttributes(file, BasicFileAttributes.class).fileKey());
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private @Nullable Kept take(Object now) throws SQLException {
    Kept next = poll();
    while (next != null && !next.file().equals(now)) {
      next.connection().close();
      next = poll();
    }
    return next;
  }

  private synchronized @Nullable Kept poll() {
    return idle.pollLast();
  }

  private synchronized boolean keep(Kept kept) {
    boolean room = !closed && idle.size() < KEPT;
    if (room) {
      idle.addLast(kept);
    }
    return room;
  }

  /// Closes those that nobody uses; the others are closed when their reader is done.
  @Override
  public synchronized void close() throws SQLException {
    closed = true;
    for (Kept each : idle) {
      each.connection().close();
    }
    idle.clear();
  }
}
