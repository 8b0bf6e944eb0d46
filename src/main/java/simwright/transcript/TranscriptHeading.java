package simwright.transcript;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/// What stands above the lines of a transcript: the link, when it was opened, and whether a
/// simulated device was at the far end.
public record TranscriptHeading(String link, Instant opened, boolean simulated) {
  private static final String MAGIC = "# simwright transcript 1";

  String format() {
    return MAGIC
        + "\n# link: "
        + link
        + "\n# opened: "
        + opened
        + "\n# simulated: "
        + simulated
        + "\n";
  }

  /// Reads heading lines; what is missing is empty, the epoch, and not simulated.
  static TranscriptHeading parse(List<String> lines) {
    return new TranscriptHeading(
        value(lines, "# link: "),
        instant(value(lines, "# opened: ")),
        Boolean.parseBoolean(value(lines, "# simulated: ")));
  }

  private static String value(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key))
        .map(line -> line.substring(key.length()).strip())
        .findFirst()
        .orElse("");
  }

  private static Instant instant(String text) {
    try {
      return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
    } catch (DateTimeParseException handmade) {
      return Instant.EPOCH;
    }
  }
}
