package simwright.quota;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// Operators' words on quotas are read by the patterns of the rules, and by nothing else.
class NoticeTest {
  private static Optional<Notice.Told> told(String text) {
    return RulesFile.shipped().told(text);
  }

  @Test
  void usedAndLeftAndRenewedAreRead() {
    assertEquals(
        OptionalLong.of(1_500_000_000), told("You have used 1.5 GB of 5 GB.").orElseThrow().used());
    assertEquals(OptionalLong.of(200_000_000), told("200 MB of 1 GB left").orElseThrow().left());
    Notice.Told renewed =
        told("Your data allowance has been renewed: 5 GB until 30.11.").orElseThrow();
    assertTrue(renewed.reset());
    assertEquals(OptionalLong.of(5_000_000_000L), renewed.cap());
    assertEquals(Optional.empty(), told("Welcome to Paris. Calls cost 0.20 EUR."));
  }
}
