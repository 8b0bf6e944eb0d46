package simwright.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.time.SystemTime;

/// What the disk holds when the power goes: the file and its write-ahead log, cut or torn anywhere
/// behind what was acknowledged. Every acknowledged record is there, and no alarm is false.
@Tag("slow")
class PowerLossTest {
  private static final int RECORDS = 30;
  private static final int CUTS = 180;
  private static final int HEADER = 32;
  private static final int FRAME_HEADER = 24;
  private static final int SECTOR = 512;

  @TempDir Path folder;
  private final SystemTime time = new SystemTime();
  private final Random random = new Random(7);

  /// Where the write-ahead log ended when so many records had been acknowledged.
  private final TreeMap<Integer, Integer> acknowledged = new TreeMap<>();

  /// Where it ended when the anchors stood as they do here.
  private final TreeMap<Integer, String> anchored = new TreeMap<>();

  private LogFile log;
  private byte[] file;
  private byte[] ahead;

  @BeforeEach
  void appendUnderObservation() {
    log = new LogFile(folder.resolve("live"), folder.resolve("keys"), time);
    folder.resolve("live").toFile().mkdirs();
    boolean kept =
        log.open(audit -> {
          acknowledged.put(0, 0);
          for (int i = 1; i <= RECORDS; i++) {
            long seq = audit.append(LogFile.event(i)).seq();
            acknowledged.put(size(), (int) seq);
            if (i % 9 == 0) {
              Anchor unused = audit.anchor();
              anchored.put(size(), read(log.anchors()));
            }
          }
          file = bytes(log.database());
          ahead = bytes(wal(log));
          return true;
        });
    assertTrue(kept);
    assertTrue(acknowledged.lastEntry().getValue() == RECORDS, acknowledged.toString());
  }

  @AfterEach
  void stop() {
    time.close();
  }

  @Test
  void cutAtEveryFrameNothingAcknowledgedIsLost() throws Exception {
    int frame = FRAME_HEADER + ByteBuffer.wrap(ahead).getInt(8);
    int cuts = 0;
    for (int at = HEADER; at <= ahead.length; at += frame) {
      check(at, Arrays.copyOf(ahead, at), "cut at " + at);
      cuts++;
    }
    assertTrue(cuts > RECORDS, "only " + cuts + " frames");
  }

  @Test
  void cutAndTornAtRandomBytesNothingAcknowledgedIsLost() throws Exception {
    for (int i = 0; i < CUTS; i++) {
      int at = random.nextInt(ahead.length + 1);
      byte[] cut = Arrays.copyOf(ahead, at);
      switch (i % 3) {
        case 0 -> check(at, cut, "cut at " + at);
        case 1 -> check(at, Arrays.copyOf(cut, ahead.length), "zeros from " + at);
        default -> {
          byte[] noise = new byte[ahead.length];
          random.nextBytes(noise);
          System.arraycopy(ahead, 0, noise, 0, at);
          check(at, noise, "noise from " + at);
        }
      }
    }
  }

  @Test
  void sectorsThatReachTheDiskInAnyOrderLoseNothingAcknowledged() throws Exception {
    List<Integer> ends = List.copyOf(acknowledged.keySet());
    for (int i = 0; i < CUTS / 2; i++) {
      int at = ends.get(random.nextInt(ends.size()));
      byte[] torn = ahead.clone();
      for (int from = at; from < torn.length; from += SECTOR) {
        if (random.nextInt(3) == 0) {
          Arrays.fill(torn, from, Math.min(torn.length, from + SECTOR), (byte) 0);
        }
      }
      check(at, torn, "sectors lost behind " + at);
    }
  }

  @Test
  void pagesHalfCopiedIntoTheFileLoseNothing() throws Exception {
    LogFile done = place("done", file, ahead);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + done.database());
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    byte[] after = bytes(done.database());
    int page = ByteBuffer.wrap(ahead).getInt(8);
    for (int i = 0; i < CUTS / 4; i++) {
      byte[] mixed = Arrays.copyOf(file, random.nextBoolean() ? after.length : file.length);
      for (int from = 0; from < mixed.length; from += page) {
        if (random.nextBoolean()) {
          System.arraycopy(after, from, mixed, from, page);
        }
      }
      Verdict verdict = place("mixed", mixed, ahead).verify();
      assertEquals(List.of(), verdict.findings(), "half copied " + i);
      assertEquals(RECORDS, verdict.records());
    }
  }

  /// What was acknowledged when the write-ahead log ended at `at` is there.
  private void check(int at, byte[] left, String what) throws IOException {
    LogFile copy = place("copy", file, left);
    Map.Entry<Integer, String> anchors = anchored.floorEntry(at);
    if (anchors == null) {
      Files.deleteIfExists(copy.anchors());
    } else {
      Files.writeString(copy.anchors(), anchors.getValue());
    }
    Verdict verdict = copy.verify();
    assertEquals(List.of(), verdict.findings(), what);
    int told = acknowledged.floorEntry(at).getValue();
    assertTrue(verdict.records() >= told, what + ": " + verdict.records() + " of " + told);
  }

  private LogFile place(String name, byte[] main, byte[] wal) throws IOException {
    Path there = Files.createDirectories(folder.resolve(name));
    LogFile copy = new LogFile(there, folder.resolve("keys"), time);
    Files.deleteIfExists(there.resolve("simwright.db-shm"));
    Files.write(copy.database(), main);
    Files.write(wal(copy), wal);
    return copy;
  }

  private int size() {
    return bytes(wal(log)).length;
  }

  private static Path wal(LogFile log) {
    return log.folder().resolve("simwright.db-wal");
  }

  private static byte[] bytes(Path path) {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
