package simwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.fault.Fault;
import simwright.time.SystemTime;

/// A disk of its own, without a byte left, when the program starts.
class FullDiskTest {
  @TempDir Path folder;
  private final SystemTime time = new SystemTime();
  private boolean mounted;

  @BeforeEach
  void mount() throws Exception {
    mounted = ran("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", folder.toString());
    assumeTrue(mounted, "only who may mount a file system can fill one up");
  }

  @AfterEach
  void unmount() throws Exception {
    time.close();
    if (mounted) {
      assertTrue(ran("umount", folder.toString()));
    }
  }

  @Test
  void aLogOnAFullDiskOpensWithTheRoomOfItsReserve() throws Exception {
    Path file = folder.resolve("log.db");
    Store.open(file, time).close();
    Path reserve = folder.resolve("log.db.reserve");
    assertTrue(Files.exists(reserve));
    fillUp();
    try (Store store = Store.open(file, time)) {
      long kept = Files.size(reserve);
      assertTrue(kept >= 1 << 18 && kept <= 1 << 19, "half is kept for later: " + kept);
      assertEquals(Store.VERSION, version(store));
    }
  }

  @Test
  void aNearlyFullDiskGivesASmallerReserveWhichGrowsWhenThereIsRoom() throws Exception {
    Path file = folder.resolve("log.db");
    Path reserve = folder.resolve("log.db.reserve");
    Store.open(file, time).close();
    Files.delete(reserve);
    fillUp();
    leave(800_000);
    try (Store store = Store.open(file, time)) {
      long kept = Files.size(reserve);
      assertTrue(kept >= 1 << 17 && kept <= 400_000, "half of what was free: " + kept);
      store.reserve().note("a refusal");
      assertEquals(kept, Files.size(reserve), "a note needs no new room");
      store.reserve().clear();
      assertEquals(List.of(), store.reserve().notes());
      assertEquals(kept, Files.size(reserve));
      leave(10_000_000);
      store.restore();
      assertEquals(1 << 20, Files.size(reserve));
    }
  }

  @Test
  void aDiskWithNextToNothingLeftIsUsedWithoutAReserve() throws Exception {
    Path file = folder.resolve("log.db");
    Path reserve = folder.resolve("log.db.reserve");
    Store.open(file, time).close();
    Files.delete(reserve);
    fillUp();
    leave(200_000);
    try (Store store = Store.open(file, time)) {
      assertFalse(Files.exists(reserve));
      assertEquals(Store.VERSION, version(store));
    }
  }

  /// So many bytes of what filled the disk up are free again.
  private void leave(long free) throws IOException {
    try (FileChannel fill = FileChannel.open(folder.resolve("fill"), StandardOpenOption.WRITE)) {
      var unused = fill.truncate(fill.size() - free);
    }
  }

  @Test
  void withoutAReserveItSaysThatTheDiskIsFull() throws Exception {
    Path file = folder.resolve("log.db");
    Store.open(file, time).close();
    Files.delete(folder.resolve("log.db.reserve"));
    fillUp();
    Fault fault = assertThrows(Fault.class, () -> Store.open(file, time).close());
    assertEquals(StoreCodes.FULL, fault.code());
    Files.delete(folder.resolve("fill"));
    try (Store store = Store.open(file, time)) {
      assertEquals(Store.VERSION, version(store));
    }
  }

  private static int version(Store store) {
    return store.read(connection -> {
      try (Statement statement = connection.createStatement();
          ResultSet row = statement.executeQuery("PRAGMA user_version")) {
        return row.next() ? row.getInt(1) : -1;
      }
    });
  }

  private void fillUp() throws IOException {
    byte[] block = new byte[4096];
    try (OutputStream out = Files.newOutputStream(folder.resolve("fill"))) {
      assertThrows(
          IOException.class,
          () -> {
            for (int i = 0; i < 24 * 256 + 1; i++) {
              out.write(block);
            }
          });
    }
  }

  private static boolean ran(String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException notThere) {
      return false;
    }
  }
}
