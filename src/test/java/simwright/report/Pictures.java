package simwright.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;

/// The pages of a PDF as pictures, made by pdftoppm, which knows nothing of us.
final class Pictures {
  private static final Path TOOL = Path.of("/usr/bin/pdftoppm");
  private static final int DARK = 0xa0;

  private Pictures() {}

  /// Beside the file: its name with the number of the page.
  static void of(Path pdf) throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.isExecutable(TOOL), "pdftoppm is not installed");
    Process drawing =
        new ProcessBuilder(
                List.of(TOOL.toString(), "-r", "200", "-png", pdf.toString(), pdf.toString()))
            .redirectErrorStream(true)
            .start();
    String said = new String(drawing.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(drawing.waitFor(30, TimeUnit.SECONDS), "pdftoppm does not end");
    assertEquals("", said, "pdftoppm objects to nothing");
    assertEquals(0, drawing.exitValue());
  }

  /// How much of a picture is dark, 0 to 1.
  static double inked(Path file) throws IOException {
    BufferedImage picture = ImageIO.read(file.toFile());
    long dark = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        dark += (picture.getRGB(x, y) >> 8 & 0xff) < DARK ? 1 : 0;
      }
    }
    return (double) dark / ((long) picture.getWidth() * picture.getHeight());
  }
}
