package simwright.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.cli.Exit;

/// `sim serve --reader` where it cannot be done.
class ReaderOptionTest {
  @TempDir Path folder;
  private final Shell shell = new Shell();

  @AfterEach
  void close() {
    shell.close();
  }

  private int serve(String... more) {
    String dir = folder.resolve("B").toString();
    String[] words = new String[4 + more.length];
    System.arraycopy(new String[] {"sim", "serve", "--dir", dir}, 0, words, 0, 4);
    System.arraycopy(more, 0, words, 4, more.length);
    return shell.run(words);
  }

  @Test
  void aBenchOfNothingIsWrongUse() {
    assertEquals(Exit.USAGE, serve());
    assertTrue(shell.err().contains("--device NAME or --reader"), shell.err());
  }

  @Test
  void aPlaceThatIsNoneIsWrongUseAndNothingIsLeft() {
    assertEquals(Exit.USAGE, serve("--reader", "nowhere"));
    assertTrue(shell.err().contains("This is no HOST:PORT: nowhere."), shell.err());
    assertFalse(Files.exists(folder.resolve("B/bench.json")));
  }

  @Test
  void aReaderThatDoesNotListenEndsTheBench() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    assertEquals(Exit.BENCH_ERROR, serve("--device", "ec25", "--reader", "127.0.0.1:" + free));
    assertTrue(shell.err().contains("lab/no-reader"), shell.err());
    assertFalse(Files.exists(folder.resolve("B/bench.json")));
  }
}
