package simwright.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.keys.KeyRing;
import simwright.time.SystemTime;

/// Five hundred tamperings of real files by somebody who knows SQLite and the chain, puts the
/// triggers back, and signs with stolen or other keys. An anchor outside the file finds them all.
@Tag("slow")
class TamperedFileTest {
  private static final int RECORDS = 36;
  private static final int TAMPERINGS = 500;

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();
  private final Random random = new Random(500);

  private enum Kind {
    EDITED,
    INSERTED,
    DELETED,
    REORDERED,
    TRUNCATED,
    OLDER_COPY,
    RE_SIGNED
  }

  /// How far whoever tampers goes to hide it.
  private enum Hiding {
    /// Only the records are changed.
    NOTHING,
    /// The chain and the head are made good again.
    CHAINED,
    /// The checkpoints, too, signed with a key made for it.
    OTHER_KEY,
    /// The checkpoints, too, signed with the installation's own key.
    OWN_KEY
  }

  @AfterEach
  void stop() {
    time.close();
  }

  @Test
  void everyTamperingOfARealFileUnderAnAnchorIsFound() throws Exception {
    LogFile live = new LogFile(folder.resolve("live"), folder.resolve("keys"), time);
    Files.createDirectories(live.folder());
    List<LogFile> older = new ArrayList<>();
    for (int part = 0; part < 4; part++) {
      int from = part * RECORDS / 4;
      Anchor unused =
          live.open(audit -> {
            for (int i = from; i < from + RECORDS / 4; i++) {
              long seq = audit.append(LogFile.event(i)).seq();
              assertEquals(i + 1, seq);
            }
            return audit.anchor();
          });
      older.add(live.copy(folder.resolve("older" + part)));
    }
    LogFile newest = older.removeLast();
    Anchor anchor = newest.open(Audit::anchor);
    assertEquals(List.of(), newest.verify(anchor).findings());
    assertEquals(RECORDS, anchor.size());
    Map<Kind, Integer> tried = new EnumMap<>(Kind.class);
    for (int i = 0; i < TAMPERINGS; i++) {
      Kind kind = Kind.values()[i % Kind.values().length];
      Hiding hiding = Hiding.values()[random.nextInt(Hiding.values().length)];
      LogFile copy = newest.copy(folder.resolve("copy"));
      if (kind == Kind.OLDER_COPY) {
        Files.copy(
            older.get(random.nextInt(older.size())).database(),
            copy.database(),
            StandardCopyOption.REPLACE_EXISTING);
      } else {
        tamper(copy, kind, hiding);
      }
      Files.deleteIfExists(copy.anchors());
      Verdict verdict = copy.verify(anchor);
      assertFalse(verdict.sound(), kind + " hiding " + hiding + ", number " + i);
      tried.merge(kind, 1, Integer::sum);
    }
    assertEquals(Kind.values().length, tried.size());
  }

  private void tamper(LogFile copy, Kind kind, Hiding hiding) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy.database());
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      List<String> triggers =
          strings(statement, "SELECT sql FROM sqlite_schema WHERE type='trigger'");
      for (String name :
          strings(statement, "SELECT name FROM sqlite_schema WHERE type='trigger'")) {
        statement.execute("DROP TRIGGER " + name);
      }
      List<String> lines = strings(statement, "SELECT line FROM record ORDER BY seq");
      change(lines, kind);
      Chain chain = hiding == Hiding.NOTHING ? null : chained(lines);
      write(connection, lines);
      if (chain != null) {
        head(connection, chain);
      }
      if (hiding == Hiding.OTHER_KEY || kind == Kind.RE_SIGNED) {
        sign(connection, lines, KeyRing.open(folder.resolve("thief")));
      } else if (hiding == Hiding.OWN_KEY) {
        sign(connection, lines, KeyRing.open(copy.keys()));
      }
      for (String trigger : triggers) {
        statement.execute(trigger);
      }
      connection.commit();
    }
  }

  private void change(List<String> lines, Kind kind) {
    int at = random.nextInt(lines.size());
    switch (kind) {
      case EDITED, RE_SIGNED -> lines.set(at, edited(lines.get(at)));
      case INSERTED -> lines.add(at, edited(lines.get(random.nextInt(lines.size()))));
      case DELETED -> lines.remove(at);
      case REORDERED -> {
        String one = lines.remove(at);
        lines.add((at + 1 + random.nextInt(lines.size() - 1)) % (lines.size() + 1), one);
      }
      case TRUNCATED -> lines.subList(at, lines.size()).clear();
      case OLDER_COPY -> throw new AssertionError("a whole file");
    }
  }

  /// One digit of the time is another one.
  private String edited(String line) {
    int at = line.indexOf("\"at\":\"") + 6 + random.nextInt(4);
    char other = (char) ('0' + (line.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
    return line.substring(0, at) + other + line.substring(at + 1);
  }

  /// Lets every line name the hash of the one before, and its own number.
  private static Chain chained(List<String> lines) {
    Chain chain = Chain.EMPTY;
    for (int i = 0; i < lines.size(); i++) {
      String line =
          lines
              .get(i)
              .replaceFirst("\"prev\":\"[0-9a-f]{64}\"", "\"prev\":\"" + chain.hash() + "\"")
              .replaceFirst("\"seq\":[0-9]+\\}$", "\"seq\":" + (i + 1) + "}");
      lines.set(i, line);
      chain = chain.with(line);
    }
    return chain;
  }

  private static void write(Connection connection, List<String> lines) throws SQLException {
    try (Statement delete = connection.createStatement();
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO record VALUES (?, ?)")) {
      delete.execute("DELETE FROM record");
      for (int i = 0; i < lines.size(); i++) {
        insert.setLong(1, i + 1);
        insert.setString(2, lines.get(i));
        insert.executeUpdate();
      }
    }
  }

  private static void head(Connection connection, Chain chain) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE head SET size = ?, hash = ?, running = ?")) {
      update.setLong(1, chain.size());
      update.setString(2, chain.hash());
      update.setBytes(3, chain.running());
      update.executeUpdate();
    }
  }

  /// Makes the checkpoints anew, for the lines as they are.
  private static void sign(Connection connection, List<String> lines, KeyRing keys)
      throws SQLException {
    try (Statement delete = connection.createStatement();
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT INTO checkpoint (size, note, signature) VALUES (?, ?, ?)")) {
      delete.execute("DELETE FROM checkpoint");
      Chain chain = Chain.EMPTY;
      for (String line : lines) {
        chain = chain.with(line);
        if (chain.size() % 9 == 0) {
          String note = Checkpoint.note(chain);
          insert.setLong(1, chain.size());
          insert.setString(2, note);
          insert.setBytes(3, keys.sign(note.getBytes(StandardCharsets.UTF_8)));
          insert.executeUpdate();
        }
      }
    }
  }

  private static List<String> strings(Statement statement, String sql) throws SQLException {
    List<String> found = new ArrayList<>();
    try (ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        found.add(row.getString(1));
      }
    }
    return found;
  }
}
