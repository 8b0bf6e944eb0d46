package simwright.time;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SystemTimeTest {
  @Test
  void aRepeatedTaskGoesOnAfterItThrew() throws InterruptedException {
    try (SystemTime time = new SystemTime()) {
      CountDownLatch ran = new CountDownLatch(3);
      Task task =
          time.every(
              Duration.ofMillis(5),
              "breaks",
              () -> {
                ran.countDown();
                throw new IllegalStateException("on purpose");
              });
      assertTrue(ran.await(10, TimeUnit.SECONDS));
      task.cancel();
    }
  }

  @Test
  void awaitWakesWhenItHoldsAndEndsAtItsDeadline() {
    try (SystemTime time = new SystemTime()) {
      Object monitor = new Object();
      boolean[] done = new boolean[1];
      synchronized (monitor) {
        assertFalse(time.await(monitor, () -> done[0], time.deadline(Duration.ofMillis(20))));
      }
      time.start(
          "setter",
          () -> {
            synchronized (monitor) {
              done[0] = true;
              monitor.notifyAll();
            }
          });
      synchronized (monitor) {
        assertTrue(time.await(monitor, () -> done[0], time.deadline(Duration.ofSeconds(10))));
      }
    }
  }
}
