package simwright.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import simwright.fault.Fault;
import simwright.identity.Identifier;
import simwright.identity.Redactor;
import simwright.journal.Event;
import simwright.journal.Recorded;
import simwright.keys.KeyRing;
import simwright.observe.Observable;
import simwright.observe.Signal;
import simwright.observe.Subscription;
import simwright.observe.Value;
import simwright.store.Store;
import simwright.store.StoreCodes;
import simwright.time.Task;
import simwright.time.Time;

/// The book. Appending returns when the record is on disk; the head is read inside the writing
/// transaction, so that several programs may append to one file.
public final class Audit implements Book, AutoCloseable {
  private static final int EVERY = 500;
  private static final Duration TIMER = Duration.ofMinutes(15);

  private final Store store;
  private final KeyRing keys;
  private final Path witness;
  private final Actor actor;
  private final Time time;
  private final long started;
  private final Signal<Recorded> appended = new Signal<>();
  private final Value<Standing> standing = new Value<>(new Standing(0, 0));
  private final AtomicLong anchored = new AtomicLong();
  private final Task timer;

  /// Opens the book of a store; `actor` is who acts from now on. Anchors are kept in `witness`,
  /// outside the file.
  public Audit(Store store, KeyRing keys, Path witness, Actor actor, Time time) {
    this.store = store;
    this.keys = keys;
    this.witness = witness;
    this.actor = actor;
    this.time = time;
    this.started = time.nanos();
    this.anchored.set(witnessed().stream().mapToLong(Anchor::size).max().orElse(0));
    stand(store.read(Audit::head).size());
    this.timer = time.every(TIMER, "checkpoint", this::checkpoint);
  }

  @Override
  public Recorded append(Event event) {
    Recorded recorded = store.write(connection -> insert(connection, event));
    stand(recorded.seq());
    appended.emit(recorded);
    if (recorded.seq() % EVERY == 0) {
      checkpoint();
    }
    return recorded;
  }

  @Override
  public Subscription follow(long from, Consumer<Recorded> reader) {
    AtomicLong next = new AtomicLong(from);
    Subscription later =
        appended.subscribe(recorded -> {
          synchronized (next) {
            pass(next, recorded.seq(), reader);
          }
        });
    synchronized (next) {
      pass(next, Long.MAX_VALUE - 1, reader);
    }
    return later;
  }

  @Override
  public Observable<Standing> standing() {
    return standing;
  }

  @Override
  public Verdict verify(List<Anchor> anchors) {
    List<Anchor> all = new ArrayList<>(witnessed());
    all.addAll(anchors);
    return store.read(connection -> verify(connection, all));
  }

  @Override
  public List<Recorded> search(String words, long before, int most) {
    String match = match(words);
    return store.read(connection -> {
      String sql =
          match.isEmpty()
              ? "SELECT seq, line FROM record WHERE seq < ?2 ORDER BY seq DESC LIMIT ?3"
              : "SELECT r.seq, r.line FROM record_text t JOIN record r ON r.seq = t.rowid"
                  + " WHERE record_text MATCH ?1 AND t.rowid < ?2 ORDER BY t.rowid DESC LIMIT ?3";
      try (PreparedStatement query = connection.prepareStatement(sql)) {
        if (!match.isEmpty()) {
          query.setString(1, match);
        }
        query.setLong(2, before);
        query.setInt(3, most);
        return rows(query);
      }
    });
  }

  @Override
  public Optional<Recorded> record(long seq) {
    return search("", seq + 1, 1).stream().filter(each -> each.seq() == seq).findFirst();
  }

  @Override
  public Anchor anchor() {
    checkpoint();
    Chain chain = store.read(Audit::head);
    Anchor anchor = new Anchor(chain.size(), chain.hash());
    try {
      Files.writeString(
          witness,
          anchor.size() + " " + anchor.head() + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
    } catch (IOException e) {
      throw new Fault(StoreCodes.UNUSABLE, "keeping an anchor", witness.toString(), null, e);
    }
    anchored.accumulateAndGet(anchor.size(), Math::max);
    stand(anchor.size());
    return anchor;
  }

  @Override
  public void checkpoint() {
    boolean unused =
        store.write(connection -> {
          Chain chain = head(connection);
          if (chain.size() == 0) {
            return false;
          }
          String note = Checkpoint.note(chain);
          byte[] signature = keys.sign(note.getBytes(StandardCharsets.UTF_8));
          try (PreparedStatement insert =
              connection.prepareStatement("INSERT OR IGNORE INTO checkpoint VALUES (?, ?, ?)")) {
            insert.setLong(1, chain.size());
            insert.setString(2, note);
            insert.setBytes(3, signature);
            return insert.executeUpdate() > 0;
          }
        });
  }

  /// Destroys what is kept of an identifier. The chain still verifies; the value cannot be read any
  /// more.
  public boolean forget(Identifier identifier) {
    String pseudonym = Sealed.pseudonym(identifier.kind(), identifier.value(), keys);
    boolean there = keys.forget(pseudonym);
    Recorded unused =
        append(new Event.Book("forgotten", Map.of("pseudonym", pseudonym, "there", there)));
    return there;
  }

  /// The value behind a pseudonym; empty when it was never seen or is forgotten.
  public Optional<String> reveal(String pseudonym) {
    return store.read(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement("SELECT sealed FROM subject WHERE pseudonym = ?")) {
        query.setString(1, pseudonym);
        try (ResultSet row = query.executeQuery()) {
          return row.next() ? Sealed.open(pseudonym, row.getBytes(1), keys) : Optional.empty();
        }
      }
    });
  }

  @Override
  public void close() {
    timer.cancel();
    checkpoint();
  }

  private void stand(long records) {
    Standing unused =
        standing.update(old -> {
          long size = Math.max(old.records(), records);
          return new Standing(size, Math.max(0, size - anchored.get()));
        });
  }

  private void pass(AtomicLong next, long to, Consumer<Recorded> reader) {
    List<Recorded> page = page(next.get(), to);
    while (!page.isEmpty()) {
      for (Recorded recorded : page) {
        next.set(recorded.seq() + 1);
        reader.accept(recorded);
      }
      page = page(next.get(), to);
    }
  }

  private List<Recorded> page(long from, long to) {
    return store.read(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              "SELECT seq, line FROM record WHERE seq BETWEEN ? AND ? ORDER BY seq LIMIT 1000")) {
        query.setLong(1, from);
        query.setLong(2, to);
        return rows(query);
      }
    });
  }

  private Recorded insert(Connection connection, Event event) throws SQLException {
    Chain chain = head(connection);
    List<Sealed> sealed = new ArrayList<>();
    Instant now = time.now();
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("actor", actor.name());
    record.put("at", now.toString());
    record.put("clock", (time.nanos() - started) / 1_000_000);
    record.put("fields", plain(event.fields(), sealed));
    record.put("kind", event.kind());
    record.put("prev", chain.hash());
    record.put("role", actor.role().key());
    record.put("seq", chain.size() + 1);
    String line = Canonical.json(record);
    Chain next = chain.with(line);
    try (PreparedStatement insert =
            connection.prepareStatement("INSERT INTO record VALUES (?, ?)");
        PreparedStatement text =
            connection.prepareStatement("INSERT INTO record_text (rowid, line) VALUES (?, ?)");
        PreparedStatement head =
            connection.prepareStatement("INSERT OR REPLACE INTO head VALUES (1, ?, ?, ?)")) {
      insert.setLong(1, next.size());
      insert.setString(2, line);
      insert.executeUpdate();
      text.setLong(1, next.size());
      text.setString(2, line);
      text.executeUpdate();
      head.setLong(1, next.size());
      head.setString(2, next.hash());
      head.setBytes(3, next.running());
      head.executeUpdate();
    }
    keep(connection, sealed, now);
    return new Recorded(next.size(), now, actor.name(), event.kind(), line);
  }

  private static void keep(Connection connection, List<Sealed> sealed, Instant now)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT OR REPLACE INTO subject VALUES (?, ?, ?, ?)")) {
      for (Sealed each : sealed) {
        insert.setString(1, each.pseudonym());
        insert.setString(2, each.kind());
        insert.setBytes(3, each.box());
        insert.setString(4, now.toString());
        insert.executeUpdate();
      }
    }
  }

  /// Identifiers become pseudonyms; free text is redacted.
  private Object plain(Object value, List<Sealed> sealed) {
    return switch (value) {
      case Identifier identifier -> {
        Sealed each = Sealed.of(identifier, keys);
        sealed.add(each);
        yield each.inLine();
      }
      case Map<?, ?> map -> {
        Map<String, Object> plain = new LinkedHashMap<>();
        map.forEach((key, each) -> plain.put((String) key, plain(each, sealed)));
        yield plain;
      }
      case List<?> list -> list.stream().map(each -> plain(each, sealed)).toList();
      case String text -> Redactor.redact(text);
      default -> value;
    };
  }

  private static Chain head(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("SELECT size, hash, running FROM head WHERE one = 1");
        ResultSet row = query.executeQuery()) {
      return row.next()
          ? new Chain(row.getLong(1), row.getString(2), row.getBytes(3))
          : Chain.EMPTY;
    }
  }

  private Verdict verify(Connection connection, List<Anchor> anchors) throws SQLException {
    List<Checkpoint> checkpoints = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement("SELECT size, note, signature FROM checkpoint");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        checkpoints.add(new Checkpoint(row.getLong(1), row.getString(2), row.getBytes(3)));
      }
    }
    Verifier verifier = new Verifier(checkpoints, anchors, keys.verifying());
    try (PreparedStatement check = connection.prepareStatement("PRAGMA integrity_check(1)");
        ResultSet row = check.executeQuery()) {
      if (row.next() && !row.getString(1).equals("ok")) {
        verifier.damaged(row.getString(1));
      }
    }
    try (PreparedStatement query =
            connection.prepareStatement("SELECT seq, line FROM record ORDER BY seq");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        verifier.line(row.getLong(1), row.getString(2));
      }
    }
    Chain head = head(connection);
    return verifier.end(head.size(), head.hash(), head.digest());
  }

  private List<Recorded> rows(PreparedStatement query) throws SQLException {
    List<Recorded> found = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        found.add(RecordLine.read(row.getLong(1), row.getString(2)));
      }
    }
    return found;
  }

  /// Words for the full-text index: each a quoted string, so that no character has a meaning.
  private static String match(String words) {
    StringBuilder match = new StringBuilder();
    for (String word : words.strip().split("\\s+")) {
      if (!word.isEmpty()) {
        match.append('"').append(word.replace("\"", "\"\"")).append("\" ");
      }
    }
    return match.toString().strip();
  }

  private List<Anchor> witnessed() {
    if (!Files.exists(witness)) {
      return List.of();
    }
    List<Anchor> anchors = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(witness)) {
        String[] words = line.split(" ");
        if (words.length == 2 && words[0].matches("[0-9]{1,18}")) {
          anchors.add(new Anchor(Long.parseLong(words[0]), words[1]));
        }
      }
    } catch (IOException e) {
      throw new Fault(StoreCodes.UNUSABLE, "reading anchors", witness.toString(), null, e);
    }
    return anchors;
  }
}
