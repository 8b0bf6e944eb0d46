package simwright.quota;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An amount of data in bytes, as people write it: `50 MB` is 50 million bytes, `1 GiB` is 2^30.
public record Volume(long size) {
  private static final Pattern TEXT =
      Pattern.compile("([0-9]{1,9}(?:[.,][0-9]{1,6})?)\\s*([kKMGT]?i?B)");
  private static final Map<String, Long> UNITS =
      Map.of(
          "B",
          1L,
          "KB",
          1_000L,
          "MB",
          1_000_000L,
          "GB",
          1_000_000_000L,
          "TB",
          1_000_000_000_000L,
          "KIB",
          1L << 10,
          "MIB",
          1L << 20,
          "GIB",
          1L << 30,
          "TIB",
          1L << 40);

  /// The bytes that a text means; empty where it means none.
  public static OptionalLong bytes(String text) {
    Matcher found = TEXT.matcher(text.strip());
    if (!found.matches()) {
      return OptionalLong.empty();
    }
    Long unit = UNITS.get(found.group(2).toUpperCase(Locale.ROOT));
    if (unit == null) {
      return OptionalLong.empty();
    }
    BigDecimal amount = new BigDecimal(found.group(1).replace(',', '.'));
    return OptionalLong.of(amount.multiply(BigDecimal.valueOf(unit)).longValue());
  }

  /// Bytes in words, with three figures.
  public static String words(long bytes) {
    long size = Math.abs(bytes);
    if (size < 1_000) {
      return bytes + " B";
    }
    String[] units = {"kB", "MB", "GB", "TB"};
    double shown = bytes / 1e3;
    int unit = 0;
    while (Math.abs(shown) >= 999.5 && unit < units.length - 1) {
      shown /= 1e3;
      unit++;
    }
    int places = Math.abs(shown) >= 99.95 ? 0 : Math.abs(shown) >= 9.995 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + places + "f %s", shown, units[unit]);
  }
}
