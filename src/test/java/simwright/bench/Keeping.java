package simwright.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import simwright.audit.Actor;
import simwright.audit.Audit;
import simwright.audit.Kept;
import simwright.journal.Event;
import simwright.store.Store;
import simwright.time.SystemTime;

/// What keeping the record costs: durable appends against single-row commits of bare sqlite-jdbc in
/// blocks that alternate, and the first page of a search over a million records.
final class Keeping {
  private static final int BLOCK = 500;
  private static final int BLOCKS = 20;
  private static final int WARM = 4;
  private static final int RECORDS = 1_000_000;
  private static final int PAGE = 100;

  private Keeping() {}

  static List<Figure> appends() throws IOException, SQLException {
    return in((folder, audit, store) -> {
      List<Double> ratios = new ArrayList<>();
      List<Double> rates = new ArrayList<>();
      List<Double> each = new ArrayList<>();
      String line = audit.append(event(0)).line();
      try (Connection bare = bare(folder.resolve("bare.db"))) {
        for (int i = 0; i < WARM + BLOCKS; i++) {
          double theirs = rate(bare, line);
          List<Double> taken = append(audit);
          double ours = BLOCK / taken.stream().mapToDouble(Double::doubleValue).sum();
          if (i >= WARM) {
            ratios.add(ours / theirs);
            rates.add(ours);
            each.addAll(taken);
          }
        }
      }
      each.sort(Comparator.naturalOrder());
      double slow = each.get((int) (each.size() * 0.99)) * 1e3;
      return List.of(
          Figure.reported("durable appends, median", RoundTrip.median(rates), "1/s"),
          Figure.atLeast(0.5, "appends, of bare commits", RoundTrip.median(ratios), "times"),
          Figure.atMost(5, "one append, 99 of 100 within", slow, "ms"));
    });
  }

  static List<Figure> searches() throws IOException, SQLException {
    return in((folder, audit, store) -> {
      String line = audit.append(event(1)).line();
      page(audit, "asked", 1, "");
      fill(store, line);
      return List.of(
          page(audit, "", "all"),
          page(audit, "act777", "a rare word"),
          page(audit, "asked", "a word in every record"));
    });
  }

  private static Figure page(Audit audit, String words, String name) {
    return page(audit, words, PAGE, name);
  }

  private static Figure page(Audit audit, String words, int expected, String name) {
    List<Double> taken = new ArrayList<>();
    for (int i = 0; i < BLOCKS; i++) {
      long start = System.nanoTime();
      int found = audit.search(words, Long.MAX_VALUE, PAGE).size();
      taken.add((System.nanoTime() - start) / 1e6);
      if (found != expected) {
        throw new IllegalStateException(found + " records with " + words);
      }
    }
    String what = "first page of a million records: " + name;
    return Figure.atMost(50, what, RoundTrip.median(taken), "ms");
  }

  private static void fill(Store store, String line) {
    for (int from = 2; from <= RECORDS; from += 10_000) {
      int first = from;
      int rows = store.write(connection -> fill(connection, first, line));
      if (rows == 0) {
        throw new IllegalStateException("nothing was written");
      }
    }
  }

  private static int fill(Connection connection, int first, String line) throws SQLException {
    try (PreparedStatement record =
            connection.prepareStatement("INSERT INTO record VALUES (?, ?)");
        PreparedStatement text =
            connection.prepareStatement("INSERT INTO record_text (rowid, line) VALUES (?, ?)")) {
      int last = Math.min(RECORDS, first + 9_999);
      for (int seq = first; seq <= last; seq++) {
        String each = line.replace("act1", "act" + seq % 1000);
        record.setLong(1, seq);
        record.setString(2, each);
        record.addBatch();
        text.setLong(1, seq);
        text.setString(2, each);
        text.addBatch();
      }
      text.executeBatch();
      try (Statement upto = connection.createStatement()) {
        upto.executeUpdate("UPDATE reader SET upto = " + last + " WHERE name = 'text'");
      }
      return record.executeBatch().length;
    }
  }

  private static List<Double> append(Audit audit) {
    List<Double> taken = new ArrayList<>();
    for (int i = 0; i < BLOCK; i++) {
      Event event = event(i);
      long start = System.nanoTime();
      audit.append(event);
      taken.add((System.nanoTime() - start) / 1e9);
    }
    return taken;
  }

  private static Event event(int i) {
    return new Event.Asked("job-" + i, "act" + i, "ec25", Map.of("plan", "first-boot"));
  }

  private static double rate(Connection bare, String line) throws SQLException {
    try (PreparedStatement insert = bare.prepareStatement("INSERT INTO t (line) VALUES (?)")) {
      long start = System.nanoTime();
      for (int i = 0; i < BLOCK; i++) {
        insert.setString(1, line);
        insert.executeUpdate();
      }
      return BLOCK / ((System.nanoTime() - start) / 1e9);
    }
  }

  private static Connection bare(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode=WAL");
      statement.execute("PRAGMA synchronous=FULL");
      statement.execute("CREATE TABLE t (seq INTEGER PRIMARY KEY, line TEXT NOT NULL)");
    }
    return connection;
  }

  private interface Measuring {
    List<Figure> figures(Path folder, Audit audit, Store store) throws SQLException;
  }

  private static List<Figure> in(Measuring measuring) throws IOException, SQLException {
    // Beside the build, not in /tmp: that may be memory, where nothing is durable.
    Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "keeping");
    try (SystemTime time = new SystemTime();
        Kept log = Kept.in(folder, new Actor("bench", Actor.Role.ADMIN), time)) {
      return measuring.figures(folder, log.audit(), log.store());
    } finally {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
