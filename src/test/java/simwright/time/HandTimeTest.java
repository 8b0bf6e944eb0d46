package simwright.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HandTimeTest {
  private final HandTime time = new HandTime();

  @Test
  void tasksRunInTheOrderTheyFallDue() {
    List<String> ran = new ArrayList<>();
    time.after(Duration.ofSeconds(2), "b", () -> ran.add("b"));
    time.after(Duration.ofSeconds(1), "a", () -> ran.add("a"));
    Task never = time.after(Duration.ofSeconds(1), "never", () -> ran.add("never"));
    never.cancel();
    Task often = time.every(Duration.ofMillis(1500), "t", () -> ran.add("t"));
    time.advance(Duration.ofSeconds(3));
    often.cancel();
    time.advance(Duration.ofSeconds(3));
    assertEquals(List.of("a", "t", "b", "t"), ran);
  }

  @Test
  void aDeadlinePassesWhenTheClockIsTurned() {
    Deadline deadline = time.deadline(Duration.ofMillis(10));
    assertEquals(10, deadline.leftMillis());
    assertFalse(deadline.passed());
    Deadline nearer = deadline.atMost(Duration.ofMillis(5));
    time.advance(Duration.ofMillis(5));
    assertTrue(nearer.passed());
    assertFalse(deadline.passed());
    time.advance(Duration.ofMillis(5));
    assertTrue(deadline.passed());
    assertEquals(Duration.ZERO, deadline.left());
  }

  @Test
  void awaitEndsAtTheDeadlineOrWhenItHolds() {
    boolean[] done = new boolean[1];
    time.after(Duration.ofSeconds(1), "set", () -> done[0] = true);
    assertFalse(time.await(this, () -> done[0], time.deadline(Duration.ofMillis(500))));
    assertTrue(time.await(this, () -> done[0], time.deadline(Duration.ofSeconds(1))));
  }

  @Test
  void backOffGrowsAndStaysUnderItsCap() {
    BackOff backOff = new BackOff(Duration.ofMillis(100), Duration.ofSeconds(1));
    Random random = new Random(7);
    for (int k = 0; k < 30; k++) {
      long pause = backOff.pause(k, random).toMillis();
      long full = Math.min(1000, 100L << Math.min(k, 20));
      assertTrue(pause >= full / 2 && pause <= full, k + ": " + pause);
    }
  }
}
