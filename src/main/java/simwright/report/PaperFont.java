package simwright.report;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;

/// The one font of all papers, Liberation Sans 2.1.5 as PDFBox brings it: under the SIL Open Font
/// License 1.1 and with embedding unrestricted (OS/2 fsType 0), so that no system's fonts decide.
final class PaperFont {
  private static final String FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final byte[] file;
  private final TrueTypeFont font;
  private final CmapLookup glyphs;

  PaperFont() {
    try (InputStream in =
        Objects.requireNonNull(PDDocument.class.getResourceAsStream(FILE), FILE)) {
      file = in.readAllBytes();
      font = new TTFParser().parse(new RandomAccessReadBuffer(file));
      glyphs = font.getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The file, to embed it.
  InputStream open() {
    return new ByteArrayInputStream(file);
  }

  /// The text with what the font cannot show named by its code point.
  String shown(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> {
          if (Character.isWhitespace(point) || glyphs.getGlyphId(point) != 0) {
            shown.appendCodePoint(point);
          } else {
            shown.append(other(point));
          }
        });
    return shown.toString();
  }

  private static String other(int point) {
    return switch (point) {
      case '◆' -> "◊";
      case '✕' -> "×";
      case '\u27e8' -> "[";
      case '\u27e9' -> "]";
      default -> "[U+" + Integer.toHexString(point).toUpperCase(Locale.ROOT) + "]";
    };
  }

  /// The outline of a text, from the left end of its base line.
  Path2D outline(String text, double size) {
    Path2D all = new Path2D.Double();
    try {
      double scale = size / font.getHeader().getUnitsPerEm();
      double x = 0;
      for (int point : shown(text).codePoints().toArray()) {
        int glyph = glyphs.getGlyphId(point);
        GlyphData drawn = font.getGlyph().getGlyph(glyph);
        if (drawn != null) {
          AffineTransform place = AffineTransform.getTranslateInstance(x, 0);
          place.scale(scale, -scale);
          all.append(place.createTransformedShape(drawn.getPath()), false);
        }
        x += font.getAdvanceWidth(glyph) * scale;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }
}
