package simwright.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import simwright.fault.Fault;

/// The numbered schema of the file: its migrations by `user_version`, and whether what stands in a
/// file is what they make.
final class Schema {
  /// The first schema that also names itself in `application_id`, so that a damaged version number
  /// is told from a newer one.
  private static final int NAMED = 3;

  /// "SW", then the version.
  private static final int NAME = 0x53570000;

  private static final int FORMATS = 18;

  private Schema() {}

  /// Brings the file to `to`; a copy is made before a migration, and a newer file is refused.
  static void migrate(Path file, Connection connection, int to) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      int version = version(file, statement, to);
      if (version == to) {
        statement.execute("COMMIT");
        return;
      }
      if (version > 0) {
        statement.execute("COMMIT");
        backUp(file, statement, version);
        statement.execute("BEGIN IMMEDIATE");
        version = version(file, statement, to);
      }
      make(statement, version, to);
      statement.execute("COMMIT");
    }
  }

  /// Refuses a file whose header says that it cannot be written: SQLite itself would only say so at
  /// the first write.
  static void check(Path file) {
    byte[] formats = new byte[2];
    try {
      if (!Files.exists(file) || Files.size(file) <= FORMATS + 1) {
        return;
      }
      try (RandomAccessFile header = new RandomAccessFile(file.toFile(), "r")) {
        header.seek(FORMATS);
        header.readFully(formats);
      }
    } catch (IOException e) {
      throw new Fault(StoreCodes.UNUSABLE, "opening the log", file.toString(), e.getMessage(), e);
    }
    if (formats[0] < 1 || formats[0] > 2 || formats[1] < 1 || formats[1] > 2) {
      throw damaged(file, "file format " + formats[0] + "/" + formats[1]);
    }
  }

  /// What in the schema of a file is not as the migrations make it.
  static List<String> differences(Connection connection, int version) throws SQLException {
    try (Connection made = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = made.createStatement()) {
      make(statement, 0, version);
      Map<String, String> expected = parts(made);
      Map<String, String> there = parts(connection);
      List<String> differences = new ArrayList<>();
      expected.forEach((name, sql) -> {
        String found = there.remove(name);
        if (found == null) {
          differences.add(name + " is missing");
        } else if (!found.equals(sql)) {
          differences.add(name + " is another one");
        }
      });
      there.keySet().forEach(name -> differences.add(name + " does not belong there"));
      return differences;
    }
  }

  private static Map<String, String> parts(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT type, name, tbl_name, sql FROM main.sqlite_schema")) {
      Map<String, String> parts = new TreeMap<>();
      while (row.next()) {
        parts.put(
            row.getString(1) + " " + row.getString(2), row.getString(3) + " " + row.getString(4));
      }
      return parts;
    }
  }

  private static void make(Statement statement, int from, int to) throws SQLException {
    for (int next = from + 1; next <= to; next++) {
      for (String sql : statements(next)) {
        statement.execute(sql);
      }
    }
    statement.execute("PRAGMA user_version=" + to);
    statement.execute("PRAGMA application_id=" + (to < NAMED ? 0 : NAME | to));
  }

  private static int version(Path file, Statement statement, int newest) throws SQLException {
    int version = number(statement, "user_version");
    int name = number(statement, "application_id");
    boolean fits = name == (version < NAMED ? 0 : NAME | version);
    if (version > newest) {
      String evidence = "schema " + version;
      throw new Fault(
          StoreCodes.NEWER,
          "opening the log",
          file.toString(),
          fits ? evidence : evidence + ", or the file is damaged",
          null);
    }
    if (!fits) {
      throw damaged(file, "schema " + version + " under another name");
    }
    return version;
  }

  private static int number(Statement statement, String pragma) throws SQLException {
    try (ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
      return row.next() ? row.getInt(1) : 0;
    }
  }

  private static Fault damaged(Path file, String evidence) {
    return new Fault(StoreCodes.DAMAGED, "opening the log", file.toString(), evidence, null);
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
        Schema.class.getResourceAsStream("/simwright/schema/V" + version + ".sql")) {
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
}
