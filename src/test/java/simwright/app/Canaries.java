package simwright.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Planted values and every way they travel: as text, as hexadecimal digits of it, in Base64 at
/// each alignment, as packed digits with and without swapped halves, and cut between two commands.
final class Canaries {
  private static final Pattern APDU = Pattern.compile("[0-9A-F]{8,}");
  private static final int HEADING = 10;
  private static final int STATUS = 4;

  private final Map<String, Set<String>> ways = new LinkedHashMap<>();
  private final Map<String, byte[]> raw = new LinkedHashMap<>();

  /// Printable text.
  void text(String value) {
    encoded(value, value.getBytes(StandardCharsets.US_ASCII));
    way(value, value);
  }

  /// Decimal digits.
  void digits(String value) {
    text(value);
    String even = value.length() % 2 == 0 ? value : value + "F";
    way(value, swapped(even));
    if (value.length() % 2 != 0) {
      // an IMSI: its first digit shares a byte with the parity
      way(value, swapped(value.substring(1)));
    }
    if (value.length() >= 12) {
      way(value, even);
    }
  }

  /// A key.
  void bytes(byte[] value) {
    String name = "key " + HexFormat.of().formatHex(value, 0, 2);
    encoded(name, value);
    raw.put(name, value);
  }

  private void encoded(String name, byte[] value) {
    way(name, HexFormat.of().formatHex(value));
    for (int shift = 0; shift < 3; shift++) {
      byte[] shifted = new byte[shift + value.length];
      System.arraycopy(value, 0, shifted, shift, value.length);
      String text = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      // what shares a character with its neighbours is left out
      way(name, text.substring(shift == 0 ? 0 : shift + 1, text.length() - 1));
    }
  }

  private void way(String name, String how) {
    ways.computeIfAbsent(name, each -> new LinkedHashSet<>()).add(how.toUpperCase(Locale.ROOT));
  }

  private static String swapped(String digits) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i + 1 < digits.length(); i += 2) {
      text.append(digits.charAt(i + 1)).append(digits.charAt(i));
    }
    return text.toString();
  }

  /// Which of them stand in a file.
  List<String> in(byte[] file) {
    String narrow = new String(file, StandardCharsets.ISO_8859_1);
    Set<String> found = new LinkedHashSet<>(in(narrow));
    found.addAll(in(narrow.replace("\0", "")));
    raw.forEach((name, value) -> {
      if (narrow.contains(new String(value, StandardCharsets.ISO_8859_1))) {
        found.add(name);
      }
    });
    return List.copyOf(found);
  }

  /// Which of them stand in a text.
  List<String> in(String text) {
    String all = text.toUpperCase(Locale.ROOT);
    String joined = joined(all, HEADING, 0);
    String answered = joined(all, 0, STATUS);
    List<String> found = new ArrayList<>();
    ways.forEach((name, each) -> {
      if (each.stream()
          .anyMatch(how -> all.contains(how) || joined.contains(how) || answered.contains(how))) {
        found.add(name);
      }
    });
    return found;
  }

  /// The data of all commands or answers to a card, one after the other.
  private static String joined(String text, int head, int tail) {
    StringBuilder joined = new StringBuilder();
    Matcher runs = APDU.matcher(text);
    while (runs.find()) {
      String run = runs.group();
      if (run.length() > head + tail) {
        joined.append(run, head, run.length() - tail);
      }
    }
    return joined.toString();
  }
}
