package simwright.rsp.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.zxing.WriterException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.provider.MethodSource;
import simwright.fault.Fault;
import simwright.rsp.ActivationCode;

/// Hostile texts in a QR code and hostile files of pictures: read, or refused with a fault. The
/// corpus runs with the tests, new ones are looked for under -Pfuzz.
@Tag("fuzz")
class QrFuzzTest {
  private static final int SIDE = 300;

  /// What the picture says is what the text says.
  @FuzzTest(maxDuration = "60s")
  void anyTextInACodeIsReadAsItStandsOrRefused(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    Picture drawn;
    try {
      drawn = Drawn.qr(SIDE, text);
    } catch (WriterException | IllegalArgumentException tooLong) {
      return;
    }
    QrCodes read;
    try {
      read = QrCodes.of(drawn);
    } catch (Fault refused) {
      return;
    }
    assertEquals(List.of(ActivationCode.read(text)), read.codes());
  }

  /// Good files to begin with, one of each format, and one that is cut.
  static Stream<byte[]> files() throws WriterException, IOException {
    Picture drawn = Drawn.qr(60, "LPA:1$a.example$B");
    List<byte[]> all = new ArrayList<>();
    for (String format : List.of("png", "jpg", "gif", "bmp")) {
      all.add(Drawn.file(drawn, format));
    }
    all.add(Arrays.copyOf(all.getFirst(), 60));
    return all.stream();
  }

  @MethodSource("files")
  @FuzzTest(maxDuration = "60s")
  void anyFileOfAPictureIsReadOrRefused(byte[] bytes) {
    try {
      QrCodes unused = QrCodes.of(Picture.read(bytes, 250_000));
    } catch (Fault refused) {
      if (refused.code().code().isBlank()) {
        throw new AssertionError("a refusal without a reason", refused);
      }
    }
  }
}
