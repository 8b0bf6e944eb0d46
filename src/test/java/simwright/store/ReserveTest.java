package simwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How much is kept back for the last words.
class ReserveTest {
  @ParameterizedTest
  @CsvSource({
    "0, 100000000, 1048576",
    "0, 16777216, 1048576",
    "0, 2097152, 1048576",
    "0, 1000000, 499712",
    "0, 262144, 131072",
    "0, 262143, 0",
    "0, 0, 0",
    "5000, 0, 0",
    "131072, 0, 131072",
    "200000, 100000, 200000",
    "200000, 600000, 200000",
    "200000, 620000, 409600",
    "200000, 9000000, 1048576",
    "1048576, 0, 1048576",
    "1048576, 9000000000, 1048576",
    "1048600, 9000000000, 1048600"
  })
  void aReserveIsHalfOfWhatIsFreeAtMostAMegabyteAndNeverShrinks(long there, long free, long is) {
    assertEquals(is, Reserve.size(there, free));
  }
}
