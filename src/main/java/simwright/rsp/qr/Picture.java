package simwright.rsp.qr;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import simwright.fault.Fault;
import simwright.rsp.RspCodes;

/// A picture: rows of pixels from the top, each a number of alpha, red, green and blue, one byte
/// each.
public record Picture(int width, int height, int[] pixels) {
  private static final long MOST_BYTES = 20_000_000;
  private static final long MOST_PIXELS = 40_000_000;
  private static final String DOING = "reading a picture";

  public Picture {
    if (pixels.length != width * height) {
      throw new IllegalArgumentException("a picture of another size");
    }
  }

  /// Reads a file: PNG, JPEG, GIF or BMP.
  public static Picture read(Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new Fault(RspCodes.PICTURE_LARGE, DOING, file.toString());
      }
      return read(Files.readAllBytes(file), MOST_PIXELS);
    } catch (IOException unreadable) {
      throw new Fault(RspCodes.PICTURE, DOING, file.toString(), null, unreadable);
    }
  }

  /// Reads the bytes of a file that may declare at most so many pixels; nothing is unpacked before
  /// that is known, and nothing is written to disk.
  public static Picture read(byte[] file, long most) {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw fault(RspCodes.PICTURE, null);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > most) {
          throw fault(RspCodes.PICTURE_LARGE, null);
        }
        return of(reader.read(0));
      } finally {
        reader.dispose();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
      // the readers of the JDK tell a broken file in all three ways
      throw fault(RspCodes.PICTURE, broken);
    }
  }

  /// The same where a picture is an ornament: nothing where it cannot be read.
  public static Optional<Picture> readable(byte[] file, long most) {
    try {
      return Optional.of(read(file, most));
    } catch (Fault unreadable) {
      return Optional.empty();
    }
  }

  private static Picture of(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    return new Picture(width, height, image.getRGB(0, 0, width, height, null, 0, width));
  }

  /// Every second pixel of every second row: what is blurred or drawn very large is read easier.
  Picture half() {
    int[] fewer = new int[width / 2 * (height / 2)];
    for (int y = 0; y < height / 2; y++) {
      for (int x = 0; x < width / 2; x++) {
        fewer[y * (width / 2) + x] = pixels[2 * y * width + 2 * x];
      }
    }
    return new Picture(width / 2, height / 2, fewer);
  }

  @Override
  public String toString() {
    return "picture of " + width + " × " + height + " pixels";
  }

  private static Fault fault(
      simwright.fault.FaultCode code, @org.jspecify.annotations.Nullable Throwable cause) {
    return new Fault(code, DOING, "the picture", null, cause);
  }
}
