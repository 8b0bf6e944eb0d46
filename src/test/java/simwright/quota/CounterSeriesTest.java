package simwright.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.quota.Use.Certainty;

/// A counter that falls was set back, and no use is negative.
class CounterSeriesTest {
  private static Counted counted(
      int minute, String profile, long sent, long received, boolean fromZero) {
    return new Counted(
        Traffic.START.plus(Duration.ofMinutes(minute)),
        "ec25",
        profile,
        "",
        sent,
        received,
        fromZero,
        false);
  }

  @Test
  void useIsWhatACounterRoseBy() {
    Use use =
        CounterSeries.between(counted(0, "A", 10, 20, true), counted(5, "A", 15, 120, true))
            .orElseThrow();
    assertEquals(5, use.sent());
    assertEquals(100, use.received());
    assertEquals("A", use.profile());
    assertEquals(Certainty.COUNTED, use.certainty());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 5, 19})
  void aFallIsAResetWithAtLeastWhatStandsThere(long now) {
    Use use =
        CounterSeries.between(counted(0, "A", 10, 20, true), counted(5, "A", 10, now, true))
            .orElseThrow();
    assertEquals(Certainty.AT_LEAST, use.certainty());
    assertEquals(10 + now, use.bytes());
  }

  @Test
  void aHistoryThatWasCutShortCountsNothing() {
    Use use =
        CounterSeries.between(counted(0, "A", 10, 900, false), counted(5, "A", 20, 800, false))
            .orElseThrow();
    assertEquals(Certainty.UNKNOWN, use.certainty());
    assertEquals(0, use.bytes());
  }

  @Test
  void whatWasCarriedAcrossASwitchIsNobodysForSure() {
    Use use =
        CounterSeries.between(counted(0, "A", 0, 0, true), counted(5, "B", 1, 1, true))
            .orElseThrow();
    assertEquals("", use.profile());
    assertTrue(use.switched());
  }

  @Test
  void theFirstReadingAndOneOutOfTimeAreNoUse() {
    assertEquals(List.of(), CounterSeries.uses(List.of(counted(0, "A", 5, 5, true))));
    assertTrue(
        CounterSeries.between(counted(5, "A", 0, 0, true), counted(5, "A", 1, 1, true)).isEmpty());
  }
}
