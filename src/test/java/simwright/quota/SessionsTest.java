package simwright.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Sessions end with a switch and with a pause; those that roamed unexpectedly count once each.
class SessionsTest {
  private static final DataRules RULES = RulesFile.shipped();

  @Test
  void aSwitchAndAPauseBeginAnotherSession() {
    Traffic traffic =
        new Traffic("")
            .hours(3, 1000)
            .hours(2, 0)
            .hours(2, 1000)
            .on("TRAVEL-EU-2026")
            .hours(3, 1000);
    assertEquals(new Sessions(3, 0), Sessions.of(RULES, traffic.uses()));
  }

  @Test
  void roamingCountsOnceForASessionAndOnlyWhereItIsNotExpected() {
    Traffic traffic =
        new Traffic("")
            .hours(2, 1000)
            .roaming(true)
            .hours(5, 1000)
            .roaming(false)
            .hours(1, 0)
            .hours(4, 1000)
            .on("TRAVEL-EU-2026")
            .roaming(true)
            .hours(4, 1000);
    Sessions found = Sessions.of(RULES, traffic.uses());
    assertEquals(new Sessions(3, 1), found);
    assertEquals(333.3, found.perThousand());
  }

  @Test
  void nothingCarriedIsNoSession() {
    assertEquals(new Sessions(0, 0), Sessions.of(RULES, List.of()));
    assertEquals(0.0, new Sessions(0, 0).perThousand());
  }
}
