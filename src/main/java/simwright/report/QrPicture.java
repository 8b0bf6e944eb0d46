package simwright.report;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;
import simwright.acceptance.Run;
import simwright.audit.Anchor;

/// What makes a paper a witness of the log: a QR code of the run, its verdict, and the anchor as
/// `audit verify --anchor` takes it.
final class QrPicture {
  private static final int QUIET = 4;

  private QrPicture() {}

  /// What stands in it.
  static String words(Run run, Anchor anchor) {
    return "SIMWRIGHT "
        + Literal.of(run.id())
        + " "
        + run.outcome().key()
        + " "
        + anchor.size()
        + ":"
        + anchor.head();
  }

  /// As SVG, of about this many pixels.
  static String of(Run run, Anchor anchor, int size) {
    BitMatrix code = encoded(words(run, anchor));
    double dot = (double) size / code.getWidth();
    StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
    svg.append(size).append("\" height=\"").append(size).append("\">");
    for (int y = 0; y < code.getHeight(); y++) {
      for (int x = 0; x < code.getWidth(); x++) {
        int from = x;
        while (x < code.getWidth() && code.get(x, y)) {
          x++;
        }
        if (x > from) {
          svg.append("<rect x=\"").append(from * dot).append("\" y=\"").append(y * dot);
          svg.append("\" width=\"").append((x - from) * dot).append("\" height=\"").append(dot);
          svg.append("\"/>");
        }
      }
    }
    return svg.append("</svg>").toString();
  }

  private static BitMatrix encoded(String words) {
    try {
      return new QRCodeWriter()
          .encode(
              words,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.MARGIN,
                  QUIET));
    } catch (WriterException e) {
      throw new IllegalStateException("what a paper witnesses does not fit a QR code", e);
    }
  }
}
