package simwright.ui.terminal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import simwright.transcript.Direction;
import simwright.transcript.TranscriptLine;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;

/// A line of the transcript as the terminal shows it: the host's clock to the millisecond (seconds
/// since the link was opened where the clock is not known), and the command that was sent before
/// it.
public record Row(String time, TranscriptLine line, String text, String command) {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  /// The row of a transcript line; line ends at its end are not shown.
  public static Row of(TranscriptLine line, Instant opened, ZoneId zone, String command) {
    return new Row(
        opened.equals(Instant.EPOCH)
            ? seconds(line)
            : CLOCK.withZone(zone).format(opened.plusMillis(line.millis())),
        line,
        DeviceText.literal(bare(line.text())),
        command);
  }

  /// The text without line ends at its start and end.
  static String bare(String text) {
    String shown = text;
    while (shown.endsWith("\\r") || shown.endsWith("\\n")) {
      shown = shown.substring(0, shown.length() - 2);
    }
    while (shown.startsWith("\\r") || shown.startsWith("\\n")) {
      shown = shown.substring(2);
    }
    return shown;
  }

  private static String seconds(TranscriptLine line) {
    return String.format(Locale.ROOT, "%d.%03d", line.millis() / 1000, line.millis() % 1000);
  }

  /// Which way it went.
  public Direction direction() {
    return line.direction();
  }

  /// The direction in a word, for those who do not see the colour.
  public String directionWord() {
    return switch (direction()) {
      case SENT -> Text.of("terminal.sent");
      case RECEIVED -> Text.of("terminal.received");
      case NOTE -> Text.of("terminal.note");
    };
  }

  /// As it stands in an exported transcript.
  public String plain() {
    return time + " " + direction().mark() + " " + text;
  }
}
