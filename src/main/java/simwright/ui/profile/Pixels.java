package simwright.ui.profile;

import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import simwright.rsp.qr.Picture;

/// Pictures as the screen has them, and as codes are read from them.
final class Pixels {
  private static final double MOST = 40e6;

  private Pixels() {}

  /// What the screen has; nothing where it is empty or larger than any screen or camera makes them.
  static Optional<Picture> of(Image image) {
    PixelReader reader = image.getPixelReader();
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    if (reader == null || width < 1 || height < 1 || (double) width * height > MOST) {
      return Optional.empty();
    }
    int[] all = new int[width * height];
    reader.getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), all, 0, width);
    return Optional.of(new Picture(width, height, all));
  }

  /// For the screen.
  static Image image(Picture picture) {
    int width = picture.width();
    int height = picture.height();
    WritableImage image = new WritableImage(width, height);
    image
        .getPixelWriter()
        .setPixels(
            0, 0, width, height, PixelFormat.getIntArgbInstance(), picture.pixels(), 0, width);
    return image;
  }
}
