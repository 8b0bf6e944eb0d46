package simwright.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number of bytes as people write it: `500 MB`, `1.5 GiB`, `1048576`.
public record ByteCount(long bytes) {
  private static final Pattern WRITTEN =
      Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,3})?)\\s*([kmgt]?)(i?)b?");
  private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB");
  private static final int THOUSAND = 1000;
  private static final int BINARY = 1024;

  /// Reads the number; a unit without `i` counts by thousands.
  public static long read(String text) {
    Matcher matcher = WRITTEN.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is no number of bytes, such as 5 GB");
    }
    int power = " kmgt".indexOf(matcher.group(2).isEmpty() ? " " : matcher.group(2));
    BigDecimal unit = BigDecimal.valueOf(matcher.group(3).isEmpty() ? THOUSAND : BINARY).pow(power);
    return new BigDecimal(matcher.group(1)).multiply(unit).longValueExact();
  }

  /// In the largest unit that loses nothing, by thousands.
  public String words() {
    long value = bytes;
    int unit = 0;
    while (value >= THOUSAND && value % THOUSAND == 0 && unit < UNITS.size() - 1) {
      value /= THOUSAND;
      unit++;
    }
    return value + " " + UNITS.get(unit);
  }
}
