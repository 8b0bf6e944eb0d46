package simwright.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import simwright.device.Polled;

class CadenceTest {
  @Test
  void aCalmDeviceIsReadLessOftenAndAChangedOneAtOnce() {
    Cadence now = Cadence.FIRST;
    Duration before = Duration.ZERO;
    for (int i = 0; i < 20; i++) {
      assertTrue(now.pause().compareTo(before) >= 0);
      before = now.pause();
      now = now.after(Polled.SAME);
    }
    assertEquals(Duration.ofSeconds(20), now.pause());
    assertEquals(Cadence.FIRST, now.after(Polled.CHANGED));
    assertEquals(now, now.after(Polled.YIELDED));
  }

  @Test
  void aSilentDeviceIsAskedWithGrowingPausesAndThenLeftAlone() {
    Cadence now = Cadence.FIRST;
    StringBuilder pauses = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      assertFalse(now.broken());
      now = now.after(Polled.SILENT);
      pauses.append(now.pause().toSeconds()).append(' ');
    }
    assertEquals("2 4 8 16 32 60 ", pauses.toString());
    assertTrue(now.broken());
    assertFalse(now.after(Polled.SAME).broken());
  }
}
