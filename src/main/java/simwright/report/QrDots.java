package simwright.report;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.BitSet;
import java.util.Map;

/// A QR code (ISO/IEC 18004, level M) as dots, with the four light ones around it that a reader
/// needs: so many in a row and in a column, and those that are dark, row after row.
public record QrDots(int size, BitSet darkOnes) {
  private static final int QUIET = 4;

  public QrDots {
    darkOnes = (BitSet) darkOnes.clone();
  }

  @Override
  public BitSet darkOnes() {
    return (BitSet) darkOnes.clone();
  }

  /// The code of a text; one of more than about two thousand letters fits none.
  public static QrDots of(String text) {
    BitMatrix code = encoded(text);
    BitSet dots = new BitSet();
    for (int y = 0; y < code.getHeight(); y++) {
      for (int x = 0; x < code.getWidth(); x++) {
        dots.set(y * code.getWidth() + x, code.get(x, y));
      }
    }
    return new QrDots(code.getWidth(), dots);
  }

  /// Whether a dot is dark; beyond the edge none is.
  public boolean dark(int x, int y) {
    return x >= 0 && y >= 0 && x < size && y < size && darkOnes.get(y * size + x);
  }

  private static BitMatrix encoded(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.MARGIN,
                  QUIET,
                  EncodeHintType.CHARACTER_SET,
                  "UTF-8"));
    } catch (WriterException e) {
      throw new IllegalArgumentException("what is to be shown does not fit a QR code", e);
    }
  }
}
