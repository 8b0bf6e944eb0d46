package simwright.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import simwright.fault.Fault;

/// Room that is kept back for the last words: pages inside the log's file, for when the file may
/// not grow, and a file of its own beside it, for when the disk is full. Where the log cannot be
/// written at all, the file holds notes until it can; they overwrite what is there and need no new
/// room.
public final class Reserve {
  private static final Logger LOG = LoggerFactory.getLogger(Reserve.class);

  /// The least that the last words need: a few pages of the log and its indexes.
  private static final int PAGES_BYTES = 131_072;

  private static final int PAGE = 4096;
  private static final int FILE_BYTES = 1 << 20;
  private static final byte BLANK = ' ';

  private final Path file;

  Reserve(Path file) {
    this.file = file;
  }

  /// Bytes that the file system still gives.
  long room() {
    return room(file);
  }

  /// Whether the file system of a file gives next to nothing.
  static boolean none(Path file) {
    return room(file) < PAGES_BYTES;
  }

  private static long room(Path file) {
    try {
      return Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
    } catch (IOException e) {
      throw fault("looking for room", file, e);
    }
  }

  /// Writes down a line that the log cannot take now; on disk when it returns.
  public synchronized void note(String line) {
    OwnersAlone.make(file);
    try (FileChannel out =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
      long at =
          String.join("", notes().stream().map(each -> each + "\n").toList())
              .getBytes(StandardCharsets.UTF_8)
              .length;
      byte[] bytes = (line.replace('\n', ' ') + "\n").getBytes(StandardCharsets.UTF_8);
      int unused = out.write(ByteBuffer.wrap(bytes), at);
      out.force(true);
    } catch (IOException e) {
      throw fault("noting a refusal", e);
    }
  }

  /// The lines that were noted.
  public synchronized List<String> notes() {
    try {
      return Files.exists(file)
          ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
              .lines()
              .takeWhile(line -> !line.isBlank())
              .toList()
          : List.of();
    } catch (IOException e) {
      throw fault("reading what was noted", e);
    }
  }

  /// Forgets the notes, once they stand in the log.
  public synchronized void clear() {
    try {
      if (Files.exists(file)) {
        blank(Files.size(file));
      }
    } catch (IOException e) {
      throw fault("clearing what was noted", e);
    }
  }

  /// Gives the room of the file to the disk, unless notes stand in it.
  synchronized void giveUp() {
    try {
      if (notes().isEmpty()) {
        boolean unused = Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw fault("giving up the reserve", e);
    }
  }

  /// Makes the file again, or larger, where there is room; a small disk gives it half of what is
  /// free. Where that is next to nothing there is no reserve, and one line says so.
  synchronized void restore() {
    try {
      long there = Files.exists(file) ? Files.size(file) : 0;
      long wanted = size(there, room());
      if (wanted == 0) {
        LOG.warn("no reserve beside the log, as its disk is nearly full: make room");
      } else if (wanted > there && notes().isEmpty()) {
        blank(wanted);
      }
    } catch (IOException e) {
      if (!none(file)) {
        throw fault("keeping a reserve", e);
      }
      LOG.warn("no whole reserve beside the log, as its disk is full: make room");
    }
  }

  /// How many bytes the file should have that has `there` bytes, beside `free` ones: half of both
  /// in whole pages, at most a megabyte; 0 where that is too little to say anything in. It is not
  /// made smaller, nor larger by less than as much again.
  static long size(long there, long free) {
    long half = Math.min(FILE_BYTES, (there + free) / 2 / PAGE * PAGE);
    if (there >= PAGES_BYTES) {
      return half == FILE_BYTES || half >= 2 * there ? Math.max(half, there) : there;
    }
    return half < PAGES_BYTES ? 0 : half;
  }

  private void blank(long bytes) throws IOException {
    byte[] blanks = new byte[Math.toIntExact(bytes)];
    Arrays.fill(blanks, BLANK);
    OwnersAlone.make(file);
    Files.write(
        file, blanks, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
  }

  /// Bytes that the file may still grow by, its free pages included; proves that it can be written.
  static long pagesLeft(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int unused = statement.executeUpdate("UPDATE reader SET upto = upto WHERE name = 'text'");
      long pages =
          number(statement, "max_page_count")
              - number(statement, "page_count")
              + number(statement, "freelist_count");
      return pages * number(statement, "page_size");
    }
  }

  /// Frees the pages.
  static void free(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int unused = statement.executeUpdate("DELETE FROM reserve");
    }
  }

  /// Takes pages back where there are none.
  static void fill(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int unused =
          statement.executeUpdate(
              "INSERT INTO reserve SELECT 1, zeroblob("
                  + PAGES_BYTES
                  + ") WHERE NOT EXISTS (SELECT 1 FROM reserve)");
    }
  }

  private static long number(Statement statement, String pragma) throws SQLException {
    try (ResultSet row = statement.executeQuery("PRAGMA " + pragma)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private Fault fault(String doing, IOException e) {
    return fault(doing, file, e);
  }

  private static Fault fault(String doing, Path file, IOException e) {
    return new Fault(StoreCodes.UNUSABLE, doing, file.toString(), e.getMessage(), e);
  }
}
