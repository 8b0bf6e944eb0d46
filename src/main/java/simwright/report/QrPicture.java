package simwright.report;

import simwright.acceptance.Run;
import simwright.audit.Anchor;

/// What makes a paper a witness of the log: a QR code of the run, its verdict, and the anchor as
/// `audit verify --anchor` takes it.
final class QrPicture {
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
    return of(words(run, anchor), size);
  }

  /// The same of other words.
  static String of(String words, int size) {
    QrDots code = QrDots.of(words);
    double dot = (double) size / code.size();
    StringBuilder svg = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
    svg.append(size).append("\" height=\"").append(size).append("\">");
    for (int y = 0; y < code.size(); y++) {
      for (int x = 0; x < code.size(); x++) {
        int from = x;
        while (x < code.size() && code.dark(x, y)) {
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
}
