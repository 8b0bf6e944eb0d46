package simwright.ui.part;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import simwright.acceptance.plan.Limit;

class ScaleTest {
  @Test
  void aScaleIsToldInThreeFigures() {
    assertEquals("26.6", Limit.number(TrendChart.rounded(26.6314)));
    assertEquals("93.1", Limit.number(TrendChart.rounded(93.08)));
    assertEquals("0.0123", Limit.number(TrendChart.rounded(0.012345)));
    assertEquals("-113", Limit.number(TrendChart.rounded(-112.98)));
    assertEquals("0", Limit.number(TrendChart.rounded(Double.NaN)));
  }
}
