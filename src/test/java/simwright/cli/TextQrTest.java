package simwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import simwright.report.QrDots;
import simwright.rsp.qr.Picture;
import simwright.rsp.qr.QrCodes;

/// A code drawn in letters, read as a camera would.
class TextQrTest {
  private static final String CODE = "LPA:1$smdp.simwright.test$0123-4567-89AB-CDEF$$1";
  private static final int DOT = 4;

  @Test
  void whatIsDrawnInHalfBlocksCanBeScannedOffATerminal() {
    List<String> lines = TextQr.lines(QrDots.of(CODE));
    int width = lines.getFirst().length() * DOT;
    int height = lines.size() * 2 * DOT;
    assertTrue(lines.stream().allMatch(line -> line.length() * DOT == width), "no line is short");
    assertTrue(width / DOT < 80, "it fits a terminal of eighty columns");
    int[] pixels = new int[width * height];
    for (int at = 0; at < pixels.length; at++) {
      int row = at / width / DOT;
      char block = lines.get(row / 2).charAt(at % width / DOT);
      pixels[at] = dark(block, row % 2 == 0) ? 0xff000000 : 0xffffffff;
    }
    assertEquals(CODE, QrCodes.of(new Picture(width, height, pixels)).codes().getFirst().text());
  }

  private static boolean dark(char block, boolean upper) {
    return block == '\u2588' || block == (upper ? '\u2580' : '\u2584');
  }
}
