package simwright.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a paper in somebody's hand says of the log: so many records, and the hash of the last line
/// then.
public record Anchor(long size, String head) {
  private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,18})[ :]([0-9a-f]{64})");

  /// Reads `SIZE HEAD` or `SIZE:HEAD`, as reports and exports carry it.
  public static Optional<Anchor> read(String text) {
    Matcher written = WRITTEN.matcher(text.strip());
    return written.matches()
        ? Optional.of(new Anchor(Long.parseLong(written.group(1)), written.group(2)))
        : Optional.empty();
  }
}
