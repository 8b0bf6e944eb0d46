package simwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.fault.Fault;
import simwright.time.SystemTime;

/// The one writer of the log.
class WriterTest {
  @TempDir Path folder;

  @Test
  void aDefectInOnePieceOfWorkEndsThatPieceAloneAndLeavesNothingOfIt() {
    try (SystemTime time = new SystemTime();
        Store store = Store.open(folder.resolve("log.db"), time)) {
      Fault fault =
          assertThrows(
              Fault.class,
              () ->
                  store.write(connection -> {
                    connection.createStatement().execute("INSERT INTO reader VALUES ('half', 7)");
                    throw new IllegalStateException("a defect");
                  }));
      assertEquals(StoreCodes.UNUSABLE, fault.code());
      assertEquals("done", store.write(connection -> "done"), "the next one is carried out");
      int rows =
          store.read(connection ->
              connection
                  .createStatement()
                  .executeQuery("SELECT count(*) FROM reader WHERE name = 'half'")
                  .getInt(1));
      assertEquals(0, rows);
    }
  }
}
