package simwright.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import simwright.fault.Fault;
import simwright.fault.FaultCode;
import simwright.time.Time;

/// The one SQLite file: WAL, every commit on disk before it is told, one writer thread; several
/// programs may use it at once.
public final class Store implements AutoCloseable {
  /// The newest schema this program knows.
  public static final int VERSION = 2;

  private static final Duration WRITE = Duration.ofSeconds(30);
  private static final int BUSY_MILLIS = 20_000;

  private final Path file;
  private final Time time;
  private final Deque<Order<?>> orders = new ArrayDeque<>();
  private boolean closed;
  private boolean ended;

  private Store(Path file, Time time) {
    this.file = file;
    this.time = time;
  }

  /// What is done with a connection.
  @FunctionalInterface
  public interface Work<T> {
    /// Does it.
    T on(Connection connection) throws SQLException;
  }

  private static final class Order<T> {
    private final Work<T> work;
    private @Nullable T result;
    private @Nullable Fault fault;
    private boolean done;

    Order(Work<T> work) {
      this.work = work;
    }
  }

  /// Opens the file, making or migrating it. A copy is made before a migration; a newer file is
  /// refused.
  public static Store open(Path file, Time time) {
    try (Connection connection = connect(file)) {
      migrate(file, connection);
    } catch (SQLException e) {
      throw fault("opening the log", file, e);
    }
    Store store = new Store(file, time);
    var unused = time.start("log writer", store::run);
    return store;
  }

  /// The file.
  public Path file() {
    return file;
  }

  /// Does work inside one immediate transaction on the writer thread and returns when it is on
  /// disk.
  public <T> T write(Work<T> work) {
    Order<T> order = new Order<>(work);
    synchronized (orders) {
      if (closed) {
        throw new Fault(StoreCodes.UNUSABLE, "writing the log", file.toString(), "closed", null);
      }
      orders.add(order);
      orders.notifyAll();
      if (!time.await(orders, () -> order.done, time.deadline(WRITE))) {
        throw new Fault(StoreCodes.UNUSABLE, "writing the log", file.toString(), "no answer", null);
      }
    }
    if (order.fault != null) {
      throw order.fault;
    }
    T result = order.result;
    if (result == null) {
      throw new IllegalStateException("work on the store gives a value");
    }
    return result;
  }

  /// Reads on a connection of its own.
  public <T> T read(Work<T> work) {
    try (Connection connection = connect(file)) {
      return work.on(connection);
    } catch (SQLException e) {
      throw fault("reading the log", file, e);
    }
  }

  @Override
  public void close() {
    synchronized (orders) {
      closed = true;
      orders.notifyAll();
      boolean unused = time.await(orders, () -> ended, time.deadline(WRITE));
    }
  }

  private void run() {
    try (Connection connection = connect(file);
        PreparedStatement begin = connection.prepareStatement("BEGIN IMMEDIATE");
        PreparedStatement commit = connection.prepareStatement("COMMIT");
        PreparedStatement back = connection.prepareStatement("ROLLBACK")) {
      Order<?> next = take();
      while (next != null) {
        carryOut(connection, next, new Bounds(begin, commit, back));
        next = take();
      }
    } catch (SQLException e) {
      refuseAll(fault("opening the log", file, e));
    }
    synchronized (orders) {
      ended = true;
      orders.notifyAll();
    }
  }

  private @Nullable Order<?> take() {
    synchronized (orders) {
      while (orders.isEmpty() && !closed) {
        boolean unused =
            time.await(orders, () -> !orders.isEmpty() || closed, time.deadline(WRITE));
      }
      return orders.poll();
    }
  }

  /// The edges of a transaction, prepared once.
  private record Bounds(
      PreparedStatement begin, PreparedStatement commit, PreparedStatement rollback) {}

  private <T> void carryOut(Connection connection, Order<T> order, Bounds bounds) {
    @Nullable T result = null;
    @Nullable Fault fault = null;
    try {
      boolean unused = bounds.begin.execute();
      try {
        result = order.work.on(connection);
        unused = bounds.commit.execute();
      } catch (SQLException | Fault broken) {
        rollBack(bounds, broken);
        fault =
            broken instanceof Fault f ? f : fault("writing the log", file, (SQLException) broken);
      }
    } catch (SQLException e) {
      fault = fault("writing the log", file, e);
    }
    synchronized (orders) {
      order.result = result;
      order.fault = fault;
      order.done = true;
      orders.notifyAll();
    }
  }

  private static void rollBack(Bounds bounds, Exception broken) {
    try {
      boolean unused = bounds.rollback.execute();
    } catch (SQLException alreadyRolledBack) {
      broken.addSuppressed(alreadyRolledBack);
    }
  }

  private void refuseAll(Fault fault) {
    synchronized (orders) {
      closed = true;
      for (Order<?> order : orders) {
        order.fault = fault;
        order.done = true;
      }
      orders.clear();
      orders.notifyAll();
    }
  }

  /// A connection with the settings that every connection here has.
  private static Connection connect(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout=" + BUSY_MILLIS);
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("PRAGMA recursive_triggers=ON");
      statement.execute("PRAGMA secure_delete=ON");
    } catch (SQLException unusable) {
      connection.close();
      throw unusable;
    }
    return connection;
  }

  private static void migrate(Path file, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      int version = version(statement);
      if (version > VERSION) {
        statement.execute("ROLLBACK");
        throw new Fault(
            StoreCodes.NEWER, "opening the log", file.toString(), "schema " + version, null);
      }
      if (version == VERSION) {
        statement.execute("COMMIT");
        return;
      }
      if (version > 0) {
        statement.execute("COMMIT");
        backUp(file, statement, version);
        statement.execute("BEGIN IMMEDIATE");
      }
      for (int next = version + 1; next <= VERSION; next++) {
        for (String sql : statements(next)) {
          statement.execute(sql);
        }
      }
      statement.execute("PRAGMA user_version=" + VERSION);
      statement.execute("COMMIT");
    }
  }

  private static int version(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private static void backUp(Path file, Statement statement, int version) throws SQLException {
    Path copy = file.resolveSibling(file.getFileName() + ".schema" + version);
    if (!Files.exists(copy)) {
      statement.execute("VACUUM INTO '" + copy.toString().replace("'", "''") + "'");
    }
  }

  /// The statements of a migration; one ends at a semicolon that ends a line, and a trigger is one
  /// line.
  private static List<String> statements(int version) {
    try (InputStream in =
        Store.class.getResourceAsStream("/simwright/schema/V" + version + ".sql")) {
      if (in == null) {
        throw new IllegalStateException("no migration to schema " + version);
      }
      List<String> all = new ArrayList<>();
      StringBuilder one = new StringBuilder();
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        if (line.startsWith("--")) {
          continue;
        }
        one.append(line).append('\n');
        if (line.endsWith(";")) {
          all.add(one.toString());
          one.setLength(0);
        }
      }
      return all;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Fault fault(String doing, Path file, SQLException e) {
    int primary = e.getErrorCode() & 0xff;
    FaultCode code =
        switch (primary) {
          case 13 -> StoreCodes.FULL;
          case 8 -> StoreCodes.READ_ONLY;
          case 11, 26 -> StoreCodes.DAMAGED;
          default -> StoreCodes.UNUSABLE;
        };
    return new Fault(code, doing, file.toString(), "SQLite error " + primary, e);
  }
}
