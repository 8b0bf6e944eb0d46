package simwright.rsp.qr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import simwright.fault.Fault;
import simwright.rsp.ActivationCode;

/// Codes are drawn by the library that reads them; a picture made by nobody of us is not known that
/// could be kept in the tree.
class QrCodesTest {
  private static final String CODE = "LPA:1$smdp.example.com$QR-0123-4567-89AB";
  private static final String OTHER = "LPA:1$rsp.example.net$ZZ-9876-5432-10FE$$1";

  @TempDir private Path folder;

  private static String refused(Picture picture) {
    return assertThrows(Fault.class, () -> QrCodes.of(picture)).code().toString();
  }

  @Test
  void aCodeIsReadFromAFileOfEachFormat() throws Exception {
    for (String format : List.of("png", "jpg", "gif", "bmp")) {
      Path file = folder.resolve("code." + format);
      Files.write(file, Drawn.file(Drawn.qr(260, CODE), format));
      QrCodes read = QrCodes.of(Picture.read(file));
      assertEquals(List.of(ActivationCode.read(CODE)), read.codes(), format);
      assertFalse(read.toString().contains("QR-0123"), "the code is a secret");
    }
  }

  @Test
  void severalCodesInOnePictureAreAllFound() throws Exception {
    QrCodes read = QrCodes.of(Drawn.qr(300, CODE, OTHER, "https://example.com"));
    assertEquals(
        Set.of("smdp.example.com …89AB", "rsp.example.net …10FE"),
        read.codes().stream().map(ActivationCode::hint).collect(Collectors.toSet()));
  }

  @Test
  void ofSeveralNoneIsTakenThatNobodyChose() throws Exception {
    QrCodes both = QrCodes.of(Drawn.qr(300, CODE, OTHER));
    Fault none = assertThrows(Fault.class, () -> both.one(all -> Optional.empty()));
    assertEquals("rsp/qr-several", none.code().toString());
    ActivationCode wish = ActivationCode.read(OTHER);
    assertEquals(wish, both.one(all -> all.stream().filter(wish::equals).findFirst()));
    QrCodes single = QrCodes.of(Drawn.qr(300, CODE));
    assertEquals(ActivationCode.read(CODE), single.one(all -> Optional.empty()));
  }

  @Test
  void lightOnDarkAndVeryLargeAndOnNothingAreRead() throws Exception {
    Picture drawn = Drawn.qr(200, CODE);
    int[] inverted = Arrays.stream(drawn.pixels()).map(pixel -> pixel ^ 0xFFFFFF).toArray();
    assertEquals(1, QrCodes.of(new Picture(200, 200, inverted)).codes().size());
    assertEquals(1, QrCodes.of(Drawn.qr(2400, CODE)).codes().size());
    int[] clear =
        Arrays.stream(drawn.pixels()).map(pixel -> pixel == 0xFFFFFFFF ? 0 : pixel).toArray();
    assertEquals(1, QrCodes.of(new Picture(200, 200, clear)).codes().size());
  }

  @Test
  void eachThingThatIsNoActivationCodeHasItsOwnFault() throws Exception {
    int[] white = new int[100 * 100];
    Arrays.fill(white, 0xFFFFFFFF);
    assertEquals("rsp/qr-none", refused(new Picture(100, 100, white)));
    assertEquals("rsp/qr-other", refused(Drawn.qr(200, "https://example.com/sim")));
    assertEquals("rsp/code-host", refused(Drawn.qr(200, "LPA:1$not a host$A")));
  }

  @Test
  void noiseIsNoCodeAndNoCrash() {
    Random random = new Random(20_261_121);
    for (int round = 0; round < 40; round++) {
      int width = 30 + random.nextInt(120);
      int height = 30 + random.nextInt(120);
      int[] pixels =
          random.ints((long) width * height).map(p -> p % 2 == 0 ? -1 : 1 << 31).toArray();
      assertEquals("rsp/qr-none", refused(new Picture(width, height, pixels)));
    }
  }

  @Test
  void aFileThatIsNoPictureOrDeclaresTooManyPixelsIsRefused() throws Exception {
    Path text = Files.writeString(folder.resolve("code.png"), CODE);
    assertEquals(
        "rsp/picture", assertThrows(Fault.class, () -> Picture.read(text)).code().toString());
    Path missing = folder.resolve("missing.png");
    assertEquals(
        "rsp/picture", assertThrows(Fault.class, () -> Picture.read(missing)).code().toString());
    byte[] png = Drawn.file(Drawn.qr(100, CODE), "png");
    byte[] cut = Arrays.copyOf(png, png.length / 2);
    assertEquals(
        "rsp/picture",
        assertThrows(Fault.class, () -> Picture.read(cut, 1_000_000)).code().toString());
    byte[] bomb = png.clone();
    ByteBuffer.wrap(bomb).putInt(16, 60_000).putInt(20, 60_000);
    assertEquals(
        "rsp/picture-large",
        assertThrows(Fault.class, () -> Picture.read(bomb, 40_000_000)).code().toString());
  }
}
