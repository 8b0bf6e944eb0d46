package simwright.ui.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import simwright.job.Job;
import simwright.time.HandTime;
import simwright.ui.DemoParts;

class TimelinesTest {
  private final HandTime time = new HandTime();
  private final DemoParts demo = new DemoParts(time);

  @Test
  void aJobsStagesStandInOrderWithTheirTimes() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch moved = new CountDownLatch(1);
    demo.body =
        context -> {
          context.progress().at("opening the port", 0, 2);
          first.countDown();
          await(moved);
          context.progress().at("asking who it is", 1, 2);
          return "";
        };
    try (Timelines timelines = new Timelines(demo.jobs, time)) {
      Job<?> job = demo.connect("ec25");
      assertTrue(first.await(20, TimeUnit.SECONDS));
      time.advance(Duration.ofSeconds(3));
      moved.countDown();
      CountDownLatch over = new CountDownLatch(1);
      try (var unused =
          timelines
              .all()
              .subscribe(all -> {
                if (all.stream().allMatch(Timelines.Timeline::over)) {
                  over.countDown();
                }
              })) {
        assertTrue(over.await(20, TimeUnit.SECONDS));
      }
      Timelines.Timeline line = timelines.all().get().getFirst();
      assertEquals(job.id(), line.id());
      assertEquals(
          List.of("asked", "opening the port 0/2", "asking who it is 1/2", "ended"),
          line.entries().stream().map(Timelines.Entry::words).toList());
      assertEquals(
          List.of(0L, 0L, 3L, 3L),
          line.entries().stream()
              .map(entry -> entry.at().getEpochSecond() - time.now().getEpochSecond() + 3)
              .toList());
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
