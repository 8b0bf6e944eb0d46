package simwright.rsp.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;

/// Pictures with QR codes, drawn for tests.
public final class Drawn {
  private static final int WHITE = 0xFFFFFFFF;
  private static final int BLACK = 0xFF000000;

  private Drawn() {}

  /// The codes beside each other, each with its margin.
  public static Picture qr(int size, String... texts) throws WriterException {
    int width = size * texts.length;
    int[] pixels = new int[width * size];
    Arrays.fill(pixels, WHITE);
    for (int i = 0; i < texts.length; i++) {
      BitMatrix code = new QRCodeWriter().encode(texts[i], BarcodeFormat.QR_CODE, size, size);
      for (int y = 0; y < size; y++) {
        for (int x = 0; x < size; x++) {
          pixels[y * width + i * size + x] = code.get(x, y) ? BLACK : WHITE;
        }
      }
    }
    return new Picture(width, size, pixels);
  }

  /// As a file of that format has it.
  public static byte[] file(Picture picture, String format) throws IOException {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
    image.setRGB(0, 0, picture.width(), picture.height(), picture.pixels(), 0, picture.width());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (!ImageIO.write(image, format, out)) {
      throw new IOException("no writer of " + format);
    }
    return out.toByteArray();
  }
}
