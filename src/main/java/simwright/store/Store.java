package simwright.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
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
  public static final int VERSION = 10;

  private static final Duration WRITE = Duration.ofSeconds(30);
  private static final int BUSY_MILLIS = 20_000;
  private static final int FULL = 13;
  private static final int READ_ONLY = 8;

  private final Path file;
  private final Reserve reserve;
  private final ReadConnections readers;
  private final Time time;
  private final Deque<Order<?>> orders = new ArrayDeque<>();
  private boolean closed;
  private boolean ended;

  private Store(Path file, Time time) {
    this.file = file;
    this.reserve = new Reserve(file.resolveSibling(file.getFileName() + ".reserve"));
    this.readers = new ReadConnections(file, Store::connect);
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
    Schema.check(file);
    Store store = new Store(file, time);
    store.prepare();
    store.reserve.restore();
    var unused = time.start("log writer", store::run);
    return store;
  }

  /// Even to read a log needs some room beside it; on a full disk the reserve gives it.
  private void prepare() {
    try {
      make();
    } catch (Fault full) {
      if (!full.code().equals(StoreCodes.FULL)) {
        throw full;
      }
      reserve.giveUp();
      make();
    }
  }

  private void make() {
    OwnersAlone.make(file);
    try (Connection connection = connect(file)) {
      Schema.migrate(file, connection, VERSION);
      fill(connection);
    } catch (SQLException e) {
      throw fault("opening the log", file, e);
    }
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
        throw unusable("closed");
      }
      orders.add(order);
      orders.notifyAll();
      if (!time.await(orders, () -> order.done, time.deadline(WRITE))) {
        throw unusable("no answer");
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

  /// As `write`, and from the reserve where there is no room left: for what must still be told.
  public <T> T writeLast(Work<T> work) {
    try {
      return write(work);
    } catch (Fault full) {
      if (!full.code().equals(StoreCodes.FULL)) {
        throw full;
      }
      reserve.giveUp();
      return write(connection -> {
        Reserve.free(connection);
        return work.on(connection);
      });
    }
  }

  /// How many bytes may still be written, by the file system and by the limit of the file. Throws a
  /// fault where nothing can be written at all.
  public long room() {
    return Math.min(reserve.room(), write(Reserve::pagesLeft));
  }

  /// The reserve, which holds what cannot be told in the log for now.
  public Reserve reserve() {
    return reserve;
  }

  /// Takes room back that was given up.
  public void restore() {
    reserve.restore();
    boolean unused =
        write(connection -> {
          fill(connection);
          return true;
        });
  }

  private static void fill(Connection connection) throws SQLException {
    try {
      Reserve.fill(connection);
    } catch (SQLException none) {
      int primary = none.getErrorCode() & 0xff;
      if (primary != FULL && primary != READ_ONLY) {
        throw none;
      }
    }
  }

  /// What in the file's schema is not as this program makes it.
  public static List<String> schemaDifferences(Connection connection) throws SQLException {
    return Schema.differences(connection, VERSION);
  }

  /// Reads on a connection that nobody else uses meanwhile, all at one moment of the log.
  public <T> T read(Work<T> work) {
    try {
      return readers.at(work);
    } catch (SQLException e) {
      throw fault("reading the log", file, e);
    }
  }

  /// As `read`, on a new connection, which knows nothing of the file but what it finds there: for
  /// who looks for changes made beside the program.
  public <T> T readAnew(Work<T> work) {
    try (Connection connection = connect(file);
        Statement moment = connection.createStatement()) {
      moment.execute("BEGIN");
      return work.on(connection);
    } catch (SQLException e) {
      throw fault("reading the log", file, e);
    }
  }

  @Override
  public void close() {
    closeReaders();
    synchronized (orders) {
      closed = true;
      orders.notifyAll();
      boolean unused = time.await(orders, () -> ended, time.deadline(WRITE));
    }
  }

  /// Before the writer's, with which the last of the journal goes into the file.
  private void closeReaders() {
    try {
      readers.close();
    } catch (SQLException e) {
      throw fault("closing the log", file, e);
    }
  }

  /// Work that breaks off by a defect ends its writer, not the log: the next one goes on.
  private void run() {
    boolean whole = false;
    try {
      work();
      whole = true;
    } finally {
      if (!whole && !isClosed()) {
        var unused = time.start("log writer", this::run);
      } else {
        refuseAll(unusable("ended"));
        synchronized (orders) {
          ended = true;
          orders.notifyAll();
        }
      }
    }
  }

  private boolean isClosed() {
    synchronized (orders) {
      return closed;
    }
  }

  private void work() {
    try (Connection connection = connect(file)) {
      boolean more = true;
      while (more) {
        more = workUntilOneFails(connection);
      }
    } catch (SQLException e) {
      refuseAll(fault("opening the log", file, e));
    }
  }

  /// Whether there is more to do, with fresh statements.
  private boolean workUntilOneFails(Connection connection) throws SQLException {
    try (Edges edges = new Edges(connection)) {
      Order<?> next = take();
      while (next != null) {
        if (!carryOut(connection, next, edges)) {
          return true;
        }
        next = take();
      }
      return false;
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

  private <T> boolean carryOut(Connection connection, Order<T> order, Edges edges) {
    @Nullable T result = null;
    Fault fault = unusable("broke off");
    try {
      result = edges.around(() -> order.work.on(connection));
    } catch (SQLException e) {
      fault = fault("writing the log", file, e);
    } catch (Fault refused) {
      fault = refused;
    } finally {
      synchronized (orders) {
        order.result = result;
        order.fault = result == null ? fault : null;
        order.done = true;
        orders.notifyAll();
      }
    }
    return result != null;
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

  private Fault unusable(String why) {
    return new Fault(StoreCodes.UNUSABLE, "writing the log", file.toString(), why, null);
  }

  private static Fault fault(String doing, Path file, SQLException e) {
    int primary = e.getErrorCode() & 0xff;
    FaultCode code =
        switch (primary) {
          case FULL -> StoreCodes.FULL;
          case READ_ONLY -> StoreCodes.READ_ONLY;
          // an index of the log, or its file, that cannot be made
          case 10, 14 -> Reserve.none(file) ? StoreCodes.FULL : StoreCodes.UNUSABLE;
          // 1: what we ask for is not there, though we made it
          case 1, 11, 26 -> StoreCodes.DAMAGED;
          default -> StoreCodes.UNUSABLE;
        };
    return new Fault(code, doing, file.toString(), "SQLite error " + primary, e);
  }
}
