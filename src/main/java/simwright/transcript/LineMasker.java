package simwright.transcript;

import java.util.Arrays;
import java.util.List;

/// Masks one direction of a conversation, piece by piece: it remembers the line so far, so that a
/// secret is known however the bytes were cut.
final class LineMasker {
  private static final int LONGEST = 16 * 1024;
  private static final int CONTEXT = 256;

  private final StringBuilder line = new StringBuilder();
  private List<String> known = List.of();
  private boolean echoing;
  private boolean swallowing;

  /// A piece that was sent; the masker of the other direction is told which secrets may come back
  /// as its echo, until the next line without secrets is sent.
  String write(String piece, LineMasker echo) {
    int from = line.length();
    line.append(piece);
    List<SecretFinder.Span> spans = SecretFinder.in(line);
    echo.echoing = swallowing || !spans.isEmpty();
    echo.known = SecretFinder.values(line, spans);
    line.setLength(from);
    return write(piece);
  }

  /// The next piece of the stream as escaped text with every secret masked. Only its end may be a
  /// line end.
  String write(String piece) {
    int from = line.length();
    line.append(piece);
    int end = line.length();
    while (end > from && lineEnd(line.charAt(end - 1))) {
      end--;
    }
    boolean[] secret = new boolean[line.length()];
    for (SecretFinder.Span span : SecretFinder.in(line)) {
      Arrays.fill(secret, span.from(), span.to(), true);
    }
    if (swallowing || (echoing && damagedEcho(secret))) {
      Arrays.fill(secret, 0, end, true);
    }
    markKnown(secret, end);
    String written = render(secret, from, end);
    forget(secret, end);
    return written;
  }

  private String render(boolean[] secret, int from, int end) {
    StringBuilder text = new StringBuilder();
    int plain = from;
    for (int i = from; i < end; i++) {
      if (secret[i]) {
        if (i == from || !secret[i - 1]) {
          Escapes.escape(line, plain, i, text);
          text.append(Masking.MASK);
        }
        plain = i + 1;
      }
    }
    Escapes.escape(line, plain, line.length(), text);
    return text.toString();
  }

  /// An echo that begins as a command but was damaged on its way, so that no secret is found in it.
  private boolean damagedEcho(boolean[] secret) {
    for (boolean place : secret) {
      if (place) {
        return false;
      }
    }
    return SecretFinder.read(line).startsWith("AT");
  }

  private void markKnown(boolean[] secret, int end) {
    String text = known.isEmpty() ? "" : line.substring(0, end);
    for (String value : known) {
      for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
        Arrays.fill(secret, at, at + value.length(), true);
      }
      for (int cut = Math.min(value.length() - 1, end); cut > 0; cut--) {
        if (line.length() == end && text.endsWith(value.substring(0, cut))) {
          Arrays.fill(secret, end - cut, end, true);
          break;
        }
      }
    }
  }

  private void forget(boolean[] secret, int end) {
    if (end < line.length()) {
      line.setLength(0);
      swallowing = false;
    } else if (line.length() > LONGEST) {
      swallowing = secret[end - 1];
      line.delete(0, line.length() - CONTEXT);
    }
  }

  private static boolean lineEnd(char c) {
    return c == '\r' || c == '\n';
  }
}
