package simwright.report.bundle;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import simwright.identity.Redactor;

/// Takes out of a text what must not leave the bench: values that are known to be personal, in
/// every way they travel, and whatever looks like an identifier. Of what a card was told and said
/// only the head, the length and the status stay, as identifiers stand there packed and cut.
public final class BundleMask {
  private static final Pattern PACKED = Pattern.compile("(?<![0-9A-Za-z])[0-9A-Fa-f]{12,}");
  private static final Pattern ADDRESS =
      Pattern.compile("(?<![0-9.])(?:[0-9]{1,3}\\.){3}[0-9]{1,3}(?![0-9.])");
  private static final int HEAD = 10;
  private static final int STATUS = 4;
  private static final int SHORTEST = 6;
  private static final String GONE = "⟨masked⟩";

  private final List<Pattern> known;

  /// With these values.
  public BundleMask(Set<String> values) {
    Set<String> ways = new LinkedHashSet<>();
    values.stream().filter(value -> value.length() >= SHORTEST).forEach(each -> add(each, ways));
    List<String> sorted = new ArrayList<>(ways);
    sorted.sort(Comparator.comparingInt(String::length).reversed());
    known =
        sorted.stream()
            .map(way -> Pattern.compile(Pattern.quote(way), Pattern.CASE_INSENSITIVE))
            .toList();
  }

  /// A text of ours: identifiers are taken out, hashes stay.
  public String text(String raw) {
    return Redactor.redact(unknown(raw));
  }

  private String unknown(String raw) {
    String masked = raw;
    for (Pattern each : known) {
      masked = each.matcher(masked).replaceAll(GONE);
    }
    return masked;
  }

  /// A line of a transcript.
  public String wire(String line) {
    boolean told = line.matches("[0-9.]+ > .*");
    String packed =
        PACKED
            .matcher(unknown(line))
            .replaceAll(run -> Matcher.quoteReplacement(shortened(run.group(), told)));
    return Redactor.redact(ADDRESS.matcher(packed).replaceAll("⟨address⟩"));
  }

  private static String shortened(String run, boolean told) {
    int head = told ? HEAD : 0;
    int tail = told ? 0 : STATUS;
    if (run.length() <= head + tail) {
      return run;
    }
    return run.substring(0, head)
        + "⟨"
        + (run.length() - head - tail)
        + " digits⟩"
        + run.substring(run.length() - tail);
  }

  private static void add(String value, Set<String> ways) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    ways.add(value);
    ways.add(HexFormat.of().formatHex(bytes));
    ways.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
    if (value.matches("[0-9]+")) {
      ways.add(swapped(value.length() % 2 == 0 ? value : value + "F"));
      if (value.length() % 2 != 0) {
        ways.add(swapped(value.substring(1)).toLowerCase(Locale.ROOT));
      }
    }
  }

  private static String swapped(String digits) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i + 1 < digits.length(); i += 2) {
      text.append(digits.charAt(i + 1)).append(digits.charAt(i));
    }
    return text.toString();
  }
}
