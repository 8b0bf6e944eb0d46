package simwright.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import simwright.sim.fault.NoisyWire.Piece;
import simwright.time.Deadline;
import simwright.time.SystemTime;

/// What a modem sends while nobody reads.
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class OutboxTest {
  private static final String REPORT = "\r\n+CSQN: 17,99\r\n";
  private static final String ANSWER = "\r\nQuectel\r\n\r\nOK\r\n";

  @Test
  void aFullBoxBeginsNoReportAndStillTakesAnAnswerWhole() throws InterruptedException {
    try (SystemTime time = new SystemTime()) {
      Stuck cable = new Stuck();
      Outbox box = new Outbox(time, cable);
      int reports = 0;
      while (box.hasRoom()) {
        box.put(List.of(piece(REPORT)));
        reports++;
      }
      assertTrue(reports > 100, "there is room for some");
      box.put(List.of(piece(ANSWER)));
      assertFalse(box.hasRoom());
      String whole = REPORT.repeat(reports) + ANSWER;
      cable.readUntil(whole.length());
      box.close();
      assertEquals(whole, cable.read());
    }
  }

  private static Piece piece(String text) {
    return new Piece(Duration.ZERO, Duration.ZERO, text.getBytes(StandardCharsets.US_ASCII));
  }

  /// A cable whose reader begins late.
  private static final class Stuck implements Cable {
    private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final CountDownLatch all = new CountDownLatch(1);
    private int expected = Integer.MAX_VALUE;
    private boolean reads;

    synchronized String read() {
      return taken.toString(StandardCharsets.US_ASCII);
    }

    void readUntil(int count) throws InterruptedException {
      synchronized (this) {
        reads = true;
        expected = count;
        notifyAll();
      }
      assertTrue(all.await(20, TimeUnit.SECONDS));
    }

    @Override
    public String path() {
      return "stuck";
    }

    @Override
    public int read(byte[] buffer, Deadline deadline) {
      return -1;
    }

    @Override
    public synchronized int write(byte[] bytes, Deadline deadline) {
      if (!reads) {
        return 0;
      }
      taken.writeBytes(bytes);
      if (taken.size() >= expected) {
        all.countDown();
      }
      return bytes.length;
    }

    @Override
    public void close() {
      all.countDown();
    }
  }
}
