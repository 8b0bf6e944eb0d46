package simwright.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import simwright.ask.Cancel;
import simwright.fault.Fault;
import simwright.time.SystemTime;

/// One act at a time, and a reading gives way.
class TurnTest {
  private final SystemTime time = new SystemTime();
  private final Turn turn = new Turn("d", time);
  private final CountDownLatch inside = new CountDownLatch(1);
  private final CountDownLatch go = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);

  @AfterEach
  void close() {
    go.countDown();
    time.close();
  }

  @Test
  void whoWaitsForAnActCanBeCancelled() throws InterruptedException {
    occupy();
    Cancel cancel = new Cancel();
    time.start(
        "second",
        () -> {
          Fault fault = assertThrows(Fault.class, () -> turn.take(cancel, () -> 1));
          assertEquals(Cancel.CANCELLED, fault.code());
          over.countDown();
        });
    cancel.request();
    assertTrue(over.await(1, TimeUnit.SECONDS));
  }

  @Test
  void aReadingDoesNotBeginDuringAnAct() throws InterruptedException {
    occupy();
    assertEquals(Optional.empty(), turn.whenFree(cancel -> 1));
  }

  @Test
  void aReadingIsAskedToGiveWayAsSoonAsAnActWaits() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    time.start(
        "reading",
        () -> {
          var unused =
              turn.whenFree(cancel -> {
                cancel.watch(asked::countDown);
                inside.countDown();
                return await(asked);
              });
          over.countDown();
        });
    assertTrue(inside.await(9, TimeUnit.SECONDS));
    assertEquals(7, turn.take(new Cancel(), () -> 7));
    assertTrue(over.await(9, TimeUnit.SECONDS));
    assertEquals(Optional.of(1), turn.whenFree(cancel -> 1));
  }

  private void occupy() throws InterruptedException {
    time.start(
        "act",
        () -> {
          boolean unused =
              turn.take(
                  new Cancel(),
                  () -> {
                    inside.countDown();
                    return await(go);
                  });
        });
    assertTrue(inside.await(9, TimeUnit.SECONDS));
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(9, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      return false;
    }
  }
}
