package simwright.rollout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Intervals against figures that stand in print.
class PublishedFiguresTest {
  /// R. G. Newcombe, Two-sided confidence intervals for the single proportion: comparison of seven
  /// methods, Statistics in Medicine 17 (1998) 857-872, table I, method 3 (score, no correction).
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void theScoreIntervalIsNewcombes(long hits, long n, double least, double most) {
    Rate rate = new Rate(hits, n);
    assertEquals(least, rate.least(), 0.00005);
    assertEquals(most, rate.most(), 0.00005);
  }

  /// The exact one-sided bound (Clopper and Pearson 1934) of n without a failure is 0.05^(1/n).
  @ParameterizedTest
  @CsvSource({"20, 0.8609", "30, 0.9050", "59, 0.9505", "299, 0.9900"})
  void whatNIsProvenWithoutAFailureIsTheRootOfTheErrorRate(long n, double proven) {
    assertEquals(proven, new Rate(n, n).proven(), 0.00006);
    assertEquals(Math.pow(0.05, 1.0 / n), new Rate(n, n).proven(), 1e-6);
  }

  /// Sample sizes for success testing at 95 % confidence, as reliability handbooks list them.
  @ParameterizedTest
  @CsvSource({
    "0.90, 29 46 61 76 89 103",
    "0.95, 59 93 124 153 181 208",
    "0.99, 299 473 628 773 913 1049"
  })
  void theSmallestSampleThatProvesAClaimIsThatOfTheTables(double share, String sizes) {
    List<Long> found =
        IntStream.rangeClosed(0, 5).mapToObj(each -> Claim.smallest(share, each)).toList();
    assertEquals(sizes, String.join(" ", found.stream().map(each -> Long.toString(each)).toList()));
  }

  @Test
  void theWordsAtLeastAreRefusedOneBelowTheSampleThatProvesThem() {
    for (int failures = 0; failures < 6; failures++) {
      long n = Claim.smallest(0.95, failures);
      Claim enough = new Claim(new Rate(n - failures, n), 0.95);
      Claim short1 = new Claim(new Rate(n - 1 - failures, n - 1), 0.95);
      assertTrue(enough.proven() && enough.words().contains("at least 95 %"), enough.words());
      assertFalse(short1.proven() || short1.words().contains("at least"), short1.words());
      assertFalse(short1.words().contains("≥"), short1.words());
      assertTrue(short1.words().contains("it takes n = " + n), short1.words());
    }
    assertFalse(new Claim(new Rate(0, 0), 0.95).proven());
  }

  /// Ranks of the values that hold the median with at least 95 %: D. G. Altman and others
  /// (editors), Statistics with Confidence, 2nd edition (2000), table 18.4.
  @ParameterizedTest
  @CsvSource({
    "6, 1", "7, 1", "8, 1", "9, 2", "10, 2", "12, 3", "15, 4", "20, 6", "25, 8", "30, 10", "40, 14",
    "50, 18", "100, 40"
  })
  void theIntervalOfAMedianEndsAtTheRanksOfTheTables(int n, int rank) {
    assertEquals(rank, Spread.rank(n));
    Spread spread =
        Spread.of(IntStream.rangeClosed(1, n).mapToObj(each -> (double) each).toList().reversed());
    assertEquals(Optional.of((double) rank), spread.low());
    assertEquals(Optional.of((double) n + 1 - rank), spread.high());
    assertEquals((n + 1) / 2.0, spread.median());
  }

  @Test
  void belowSixValuesThereIsNoIntervalAndTheWordsSaySo() {
    Spread five = Spread.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0));
    assertEquals(Optional.empty(), five.low());
    assertEquals("median 3 dB (too few for an interval, n = 5), 1 to 5", five.words("dB"));
  }

  /// Whatever prints a rate prints how many it is of, and its interval.
  @Test
  void aRateCannotBePrintedWithoutItsNumberAndItsInterval() {
    assertEquals(
        "19 of n = 20, 95.0 % (95 % interval 76.4 to 99.1 %, Wilson)", "" + new Rate(19, 20));
    assertEquals("nothing to count (n = 0)", "" + new Rate(0, 0));
  }
}
