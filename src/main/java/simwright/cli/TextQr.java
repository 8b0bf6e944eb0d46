package simwright.cli;

import java.util.ArrayList;
import java.util.List;
import simwright.report.QrDots;

/// A QR code in half blocks: two rows of dots in each line, as a letter is twice as high as wide.
final class TextQr {
  private TextQr() {}

  /// Its lines; what is light is left blank.
  static List<String> lines(QrDots dots) {
    List<String> lines = new ArrayList<>();
    for (int y = 0; y < dots.size(); y += 2) {
      StringBuilder line = new StringBuilder();
      for (int x = 0; x < dots.size(); x++) {
        boolean upper = dots.dark(x, y);
        boolean lower = dots.dark(x, y + 1);
        line.append(upper ? lower ? '\u2588' : '\u2580' : lower ? '\u2584' : ' ');
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
