package simwright.audit;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.audit.Actor.Right;
import simwright.fault.Fault;
import simwright.identity.Identifier;
import simwright.journal.Event;
import simwright.journal.Recorded;
import simwright.keys.KeyRing;
import simwright.observe.Observable;
import simwright.observe.Signal;
import simwright.observe.Subscription;
import simwright.observe.Value;
import simwright.store.Store;
import simwright.time.Task;
import simwright.time.Time;

/// The book. Appending returns when the record is on disk; the head is read inside the writing
/// transaction, so that several programs may append to one file.
public final class Audit implements Book, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Audit.class);
  private static final int EVERY = 500;
  private static final int PAGE = 1000;
  private static final Duration TIMER = Duration.ofMinutes(15);

  private final Store store;
  private final KeyRing keys;
  private final Witness witness;
  private final Reader text;
  private final IdentityMap identities;
  private final Retention retention;
  private final People people;
  private final Admission admission;
  private final BooleanSupplier lab;
  private final Time time;
  private final long started;
  private final Signal<Recorded> appended = new Signal<>();
  private final Value<Standing> standing = new Value<>(new Standing(0, 0));
  private final AtomicLong anchored = new AtomicLong();
  private final Task timer;
  private @Nullable Appender appender;

  /// Opens the book of a store outside a lab.
  public Audit(Store store, KeyRing keys, Path witness, Actor actor, Time time) {
    this(store, keys, witness, actor, () -> false, time);
  }

  /// Opens the book of a store; `actor` is who acts as long as nobody is registered. Anchors are
  /// kept in `witness`, outside the file. What is appended while `lab` holds is marked so.
  public Audit(
      Store store, KeyRing keys, Path witness, Actor actor, BooleanSupplier lab, Time time) {
    this.store = store;
    this.lab = lab;
    this.keys = keys;
    this.witness = new Witness(witness);
    this.text = Reader.text(store);
    this.identities = new IdentityMap(store, this::reveal);
    this.retention = new Retention(store);
    this.people = new People(store, this, actor);
    this.admission = new Admission(store, event -> append(event));
    this.time = time;
    this.started = time.nanos();
    this.anchored.set(this.witness.most());
    stand(store.read(Records::head).size());
    this.timer = time.every(TIMER, "log upkeep", this::upkeep);
    admission.takeNotes();
    expire();
  }

  @Override
  public Recorded append(Event event) {
    Store.Work<Recorded> work = connection -> insert(connection, event);
    Recorded recorded = begins(event) ? store.write(work) : store.writeLast(work);
    stand(recorded.seq());
    appended.emit(recorded);
    if (recorded.seq() % EVERY == 0) {
      signUnlessFull();
      text.catchUp();
    }
    return recorded;
  }

  /// What begins something, or was only seen, is refused when there is no room; what ends or
  /// refuses something is recorded from the reserve.
  private static boolean begins(Event event) {
    return switch (event) {
      case Event.Asked _, Event.Presence _, Event.IdentitySeen _ -> true;
      case Event.Done _,
          Event.Provisioned _,
          Event.Ordered _,
          Event.Effect _,
          Event.RunPart _,
          Event.Alarmed _,
          Event.Registered _,
          Event.Catalogued _,
          Event.Selected _,
          Event.Carried _,
          Event.Trusted _,
          Event.Book _ ->
          false;
    };
  }

  /// Throws `audit/no-room`, and records the refusal, unless there is room to record how an act
  /// ends that cannot be undone. To be called before it begins.
  public void admit(String what) {
    admission.admit(what, time.now());
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
  public boolean lab() {
    return lab.getAsBoolean();
  }

  @Override
  public Observable<Standing> standing() {
    return standing;
  }

  @Override
  public Verdict verify(List<Anchor> anchors) {
    List<Anchor> all = new ArrayList<>(witness.anchors());
    all.addAll(anchors);
    return store.readAnew(connection -> verify(connection, all));
  }

  @Override
  public List<Recorded> search(String words, long before, int most) {
    String match = Records.match(words);
    if (match.isEmpty()) {
      return store.read(connection -> Records.newest(connection, before, most));
    }
    text.catchUp();
    return store.read(connection -> Records.search(connection, match, before, most));
  }

  @Override
  public Optional<Recorded> record(long seq) {
    return search("", seq + 1, 1).stream().filter(each -> each.seq() == seq).findFirst();
  }

  @Override
  public Anchor anchor() {
    checkpoint();
    Chain chain = store.read(Records::head);
    Anchor anchor = new Anchor(chain.size(), chain.hash());
    witness.keep(anchor);
    anchored.accumulateAndGet(anchor.size(), Math::max);
    stand(anchor.size());
    return anchor;
  }

  @Override
  public void checkpoint() {
    boolean unused =
        store.write(connection -> {
          Chain chain = Records.head(connection);
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

  /// Who may act, and who does.
  public People people() {
    return people;
  }

  @Override
  public List<Sighting> identities(String text) {
    return identities.search(text);
  }

  /// Destroys what is kept of an identifier. The chain still verifies; the value cannot be read any
  /// more.
  public boolean forget(Identifier identifier) {
    people.require(Right.GOVERN, "forget an identifier");
    admit("forget an identifier");
    String pseudonym = Sealed.pseudonym(identifier.kind(), identifier.value(), keys);
    boolean there = keys.forget(pseudonym);
    Recorded unused =
        append(new Event.Book("forgotten", Map.of("pseudonym", pseudonym, "there", there)));
    return there;
  }

  /// For how many days after it was last seen a value is kept, by kind of identifier.
  public Map<String, Integer> retention() {
    return retention.days();
  }

  /// Keeps values of a kind for so many days from now on; what is older is forgotten at once.
  public void retain(String kind, int days) {
    people.require(Right.GOVERN, "set the retention of " + kind);
    if (!Retention.DAYS.containsKey(kind) || days < 1) {
      throw new Fault(
          AuditCodes.RETENTION, "setting retention", kind, Integer.toString(days), null);
    }
    retention.set(kind, days);
    Recorded unused = append(new Event.Book("retention", Map.of("kind", kind, "days", days)));
    expire();
  }

  /// Forgets the values that were last seen too long ago.
  public void expire() {
    List<String> old = retention.expired(time.now());
    if (old.isEmpty() || !admission.hasRoom()) {
      return;
    }
    List<String> gone = old.stream().filter(keys::forget).toList();
    if (!gone.isEmpty()) {
      Recorded unused = append(new Event.Book("expired", Map.of("pseudonyms", gone)));
    }
  }

  /// Writes the records that hold all words, or all, oldest first. In clear it needs the right to
  /// disclose. The export is anchored and recorded.
  public Export.Written export(Path file, Export.Format format, String words, boolean clear) {
    if (clear) {
      people.require(Right.DISCLOSE, "export identifiers in clear");
    }
    Anchor anchor = anchor();
    String match = Records.match(words);
    if (!match.isEmpty()) {
      text.catchUp();
    }
    Export export = clear ? Export.clear(format, this::reveal) : Export.redacted(format);
    Export.Written written =
        export.write(
            file,
            anchor,
            0,
            after ->
                store
                    .read(connection ->
                        match.isEmpty()
                            ? Records.page(connection, after + 1, anchor.size())
                            : Records.searchAfter(connection, match, after, PAGE))
                    .stream()
                    .filter(each -> each.seq() <= anchor.size())
                    .toList());
    Recorded unused =
        append(
            new Event.Book(
                "exported",
                Map.of("records", written.records(), "format", format.ending(), "clear", clear)));
    return written;
  }

  /// Copies the whole log into a folder that can be verified alone, and verifies it there. The
  /// archive is anchored and recorded.
  public Verdict archive(Path folder) {
    Anchor anchor = anchor();
    Archive.write(folder, store, keys.verifying(), anchor);
    Verdict verdict = Archive.verify(folder, Optional.of(keys.verifying()), List.of(anchor));
    Recorded unused =
        append(
            new Event.Book(
                "archived", Map.of("records", verdict.records(), "sound", verdict.sound())));
    return verdict;
  }

  /// Appends an event, signs a checkpoint behind it, and gives the proof that its record stands
  /// here.
  public Proof prove(Event event) {
    Recorded recorded = append(event);
    checkpoint();
    return store.read(connection -> {
      Checkpoint after =
          Records.checkpoints(connection).stream()
              .filter(each -> each.size() >= recorded.seq())
              .min(Comparator.comparingLong(Checkpoint::size))
              .orElseThrow();
      List<String> lines =
          Records.page(connection, recorded.seq(), after.size()).stream()
              .map(Recorded::line)
              .toList();
      return new Proof(
          lines,
          after.note(),
          Base64.getEncoder().encodeToString(after.signature()),
          KeyRing.pem(keys.verifying()));
    });
  }

  /// Which installation this is, to others: the beginning of the SHA-256 of the key that signs
  /// here.
  public String installation() {
    return Proof.installation(keys.verifying());
  }

  /// The value behind a pseudonym; empty when it was never seen or is forgotten.
  public Optional<String> reveal(String pseudonym) {
    return Optional.ofNullable(reveal(List.of(pseudonym)).get(pseudonym));
  }

  /// The values behind pseudonyms, but for those that were never seen or are forgotten. Many at
  /// once take much less than each by itself.
  public Map<String, String> reveal(Collection<String> pseudonyms) {
    Map<String, byte[]> boxes = store.read(connection -> Records.boxes(connection, pseudonyms));
    Map<String, String> values = new HashMap<>();
    keys.subjectsThere(boxes.keySet())
        .forEach((each, key) ->
            values.put(each, Sealed.open(Objects.requireNonNull(boxes.get(each)), key)));
    return values;
  }

  private void upkeep() {
    checkpoint();
    expire();
  }

  @Override
  public void close() {
    timer.cancel();
    signUnlessFull();
  }

  /// What cannot be signed now is signed with what comes after it.
  private void signUnlessFull() {
    try {
      checkpoint();
    } catch (Fault later) {
      LOG.warn("the end of the log is not signed yet: {}", later.code());
    }
  }

  private void stand(long records) {
    Standing unused =
        standing.update(old -> {
          long size = Math.max(old.records(), records);
          return new Standing(size, Math.max(0, size - anchored.get()));
        });
  }

  private void pass(AtomicLong next, long to, Consumer<Recorded> reader) {
    List<Recorded> page = page(next, to);
    while (!page.isEmpty()) {
      for (Recorded recorded : page) {
        next.set(recorded.seq() + 1);
        reader.accept(recorded);
      }
      page = page(next, to);
    }
  }

  private List<Recorded> page(AtomicLong next, long to) {
    return store.read(connection -> Records.page(connection, next.get(), to));
  }

  private Recorded insert(Connection connection, Event event) throws SQLException {
    try {
      return write(connection, event);
    } catch (SQLException broken) {
      // the driver gives a prepared statement up when it fails
      appender = null;
      throw broken;
    }
  }

  private Recorded write(Connection connection, Event event) throws SQLException {
    Appender writing = appender(connection);
    Chain chain = writing.head();
    Instant now = time.now();
    Sealing sealing = Sealing.of(event.fields(), keys);
    Map<String, Object> record = new LinkedHashMap<>();
    Actor actor = people.current().get();
    record.put("actor", actor.name());
    record.put("at", now.toString());
    record.put("clock", (time.nanos() - started) / 1_000_000);
    record.put("fields", sealing.fields());
    record.put("kind", event.kind());
    if (lab()) {
      record.put("lab", true);
    }
    record.put("prev", chain.hash());
    record.put("role", actor.role().key());
    record.put("seq", chain.size() + 1);
    String line = Canonical.json(record);
    Chain next = chain.with(line);
    writing.add(next, line);
    keep(connection, sealing.sealed(), now);
    return new Recorded(next.size(), now, actor.name(), event.kind(), line);
  }

  /// Called on the writer's thread alone.
  private Appender appender(Connection connection) throws SQLException {
    Appender there = appender;
    if (there == null || !there.serves(connection)) {
      there = new Appender(connection);
      appender = there;
    }
    return there;
  }

  private static void keep(Connection connection, List<Sealed> sealed, Instant now)
      throws SQLException {
    if (sealed.isEmpty()) {
      return;
    }
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

  private Verdict verify(Connection connection, List<Anchor> anchors) throws SQLException {
    Verifier verifier = new Verifier(Records.checkpoints(connection), anchors, keys.verifying());
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
        verifier.line(row.getLong(1), Records.line(row));
      }
    }
    verifier.schema(Store.schemaDifferences(connection));
    Chain head = Records.head(connection);
    return verifier.end(head.size(), head.hash(), head.digest());
  }
}
