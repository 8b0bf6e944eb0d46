package simwright.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.fault.Fault;
import simwright.time.HandTime;

class TranscriptIndexTest {
  @TempDir Path folder;

  @Test
  void anyWindowOfALongFileIsReadWhileItGrows() {
    Path file = folder.resolve("t.txt");
    try (Transcript transcript = Transcript.create(file, "x:y", true, new HandTime());
        TranscriptIndex index = TranscriptIndex.open(file)) {
      assertEquals(0, index.size());
      Random random = new Random(3);
      int written = 0;
      for (int round = 0; round < 12; round++) {
        int more = random.nextInt(3_000);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < more; i++) {
          text.append("line ").append(written + i).append("\r\n");
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        transcript.append(Direction.RECEIVED, bytes, bytes.length);
        written += more;
        assertEquals(written, index.refresh());
        for (int probe = 0; probe < 20; probe++) {
          int first = random.nextInt(written + 1);
          List<TranscriptLine> lines = index.lines(first, 50);
          assertEquals(Math.min(50, written - first), lines.size());
          for (int i = 0; i < lines.size(); i++) {
            assertEquals("line " + (first + i) + "\\r\\n", lines.get(i).text());
          }
        }
      }
      assertEquals(List.of(), index.lines(-1, 10));
      assertEquals(List.of(), index.lines(written, 10));
    }
  }

  @Test
  void anOffsetLeadsToItsLine() {
    Path file = folder.resolve("t.txt");
    try (Transcript transcript = Transcript.create(file, "x:y", true, new HandTime())) {
      long[] starts = new long[700];
      for (int i = 0; i < starts.length; i++) {
        starts[i] = transcript.position();
        transcript.note("note " + i);
      }
      try (TranscriptIndex index = TranscriptIndex.open(file)) {
        for (int i = 0; i < starts.length; i++) {
          assertEquals(i, index.lineAt(starts[i]));
          assertEquals(i, index.lineAt(starts[i] + 3));
        }
        assertEquals(0, index.lineAt(0));
        assertEquals(700, index.lineAt(transcript.position()));
      }
    }
  }

  @Test
  void aLineCountsOnceItIsComplete() throws IOException {
    Path file = Files.writeString(folder.resolve("t.txt"), "# heading\n0.001 > AT\\r\n0.002 < O");
    try (TranscriptIndex index = TranscriptIndex.open(file)) {
      assertEquals(1, index.size());
      Files.writeString(file, "K\\r\\n\n", StandardOpenOption.APPEND);
      assertEquals(1, index.size());
      assertEquals(2, index.refresh());
      assertEquals("OK\\r\\n", index.lines(1, 5).getFirst().text());
    }
    TranscriptReader.Window window = TranscriptReader.read(file, 0, 1);
    assertEquals(1, window.lines().size());
    assertEquals("OK\\r\\n", TranscriptReader.read(file, window.next(), 9).lines().get(0).text());
  }

  @Test
  void aFileThatIsNotThereIsAFault() {
    Path file = folder.resolve("none.txt");
    assertEquals(
        TranscriptReader.UNREADABLE,
        assertThrows(Fault.class, () -> TranscriptIndex.open(file).close()).code());
    assertThrows(Fault.class, () -> TranscriptReader.all(file));
    assertThrows(Fault.class, () -> TranscriptReader.heading(file));
    assertThrows(Fault.class, () -> TranscriptReader.read(file, 0, 1));
  }
}
