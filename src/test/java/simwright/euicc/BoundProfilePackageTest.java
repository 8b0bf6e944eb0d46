package simwright.euicc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import simwright.fault.Fault;
import simwright.tlv.Octets;

/// Against two real packages and their segments, from damonto/euicc-go (see ORIGIN.md).
class BoundProfilePackageTest {
  private static final Path VECTORS = Path.of("../shared/data/vectors/bpp-segmentation");

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aPackageIsCutIntoTheSegmentsThatOthersCutItInto(int number) throws Exception {
    assumeTrue(Files.isDirectory(VECTORS), "the shared vectors are not there");
    String base64 = Files.readString(VECTORS.resolve("bpp@" + number + ".txt"));
    Octets whole = Octets.of(Base64.getMimeDecoder().decode(base64));
    List<String> expected =
        Files.readAllLines(VECTORS.resolve("sbpp@" + number + ".txt")).stream()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .map(String::toUpperCase)
            .toList();
    BoundProfilePackage bound = BoundProfilePackage.read(whole);
    List<String> cut = bound.segments().stream().map(Octets::hex).toList();
    assertEquals(expected, cut);
    assertEquals(whole.hex(), cut.stream().collect(Collectors.joining()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BF3600",
        "BF2300",
        "BF3606BF2300A30186",
        "BF3609BF2300A000A100A300",
        "BF3612BF2300A0028700A1028700A3028600A400"
      })
  void whatIsBuiltOtherwiseIsRefused(String hex) {
    assertThrows(Fault.class, () -> BoundProfilePackage.read(Octets.hex(hex)));
  }

  @Test
  void theKeysMayStandBetweenMetadataAndElements() {
    BoundProfilePackage bound =
        BoundProfilePackage.read(
            Octets.hex("BF3617BF2300A0028700A1028800A2028700A30686008600" + "8600"));
    assertEquals(
        List.of(
            "BF3617BF2300", "A0028700", "A102", "8800", "A2028700", "A306", "8600", "8600", "8600"),
        bound.segments().stream().map(Octets::hex).toList());
  }
}
