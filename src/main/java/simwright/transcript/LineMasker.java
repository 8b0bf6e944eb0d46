package simwright.transcript;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Masks one direction of a conversation, piece by piece: it remembers the line so far, so that a
/// secret is known however the bytes were cut.
final class LineMasker {
  private static final int LONGEST = 16 * 1024;
  private static final int CONTEXT = 256;

  private static final Pattern HEX = Pattern.compile("[0-9A-F]{8,}");

  /// Digits of a piece that is told from chance.
  private static final int PIECE = 6;

  /// Digits before the data of a command, and of the status word after that of an answer.
  private static final List<Integer> AROUND = List.of(0, 4, 10);

  private final StringBuilder line = new StringBuilder();
  private final Set<String> hidden = new LinkedHashSet<>();
  private List<String> known = List.of();
  private boolean echoing;
  private boolean swallowing;

  /// From now on a secret is masked wherever it stands, as it is or as hexadecimal digits, also in
  /// two commands to a card between which it was cut.
  void hide(String secret) {
    hidden.add(secret.toUpperCase(Locale.ROOT));
    hidden.add(HexFormat.of().withUpperCase().formatHex(secret.getBytes(StandardCharsets.UTF_8)));
  }

  /// An APDU in hex, which is a line of its own, with what is hidden masked; a command that carries
  /// a PIN or PUK shows its class and instruction alone.
  String apdu(String hex, boolean command) {
    line.setLength(0);
    line.append(hex);
    boolean[] secret = new boolean[hex.length()];
    markHidden(secret, hex.length());
    if (command && SecretCommands.carriesPin(hex)) {
      Arrays.fill(secret, SecretCommands.HEADING, hex.length(), true);
    }
    String masked = render(secret, 0, hex.length());
    line.setLength(0);
    return masked;
  }

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
    markHidden(secret, end);
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

  private void markHidden(boolean[] secret, int end) {
    if (hidden.isEmpty()) {
      return;
    }
    String text = line.substring(0, end).toUpperCase(Locale.ROOT);
    for (String value : hidden) {
      for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
        Arrays.fill(secret, at, at + value.length(), true);
      }
      Matcher run = HEX.matcher(text);
      while (run.find()) {
        pieces(secret, value, run);
      }
    }
  }

  /// The head of a secret at the end of a run of digits, and its tail at the beginning of one.
  private static void pieces(boolean[] secret, String value, Matcher run) {
    String digits = run.group();
    for (int around : AROUND) {
      int inside = digits.length() - around;
      for (int size = value.length() - 1; size >= PIECE && inside >= PIECE; size--) {
        String head = value.substring(0, size);
        if (digits.substring(0, inside).endsWith(head)) {
          int from = run.start() + inside - size;
          Arrays.fill(secret, from, from + size, true);
        }
        if (digits.substring(around).startsWith(value.substring(value.length() - size))) {
          Arrays.fill(secret, run.start() + around, run.start() + around + size, true);
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
