package simwright.ui.terminal;

import java.util.Locale;
import simwright.transcript.Direction;
import simwright.transcript.TranscriptLine;
import simwright.ui.fx.DeviceText;
import simwright.ui.fx.Text;

/// A line of the transcript as the terminal shows it; the time is seconds since the link was
/// opened, to the millisecond.
public record Row(String time, Direction direction, String text) {
  /// The row of a transcript line; line ends at its end are not shown.
  public static Row of(TranscriptLine line) {
    String shown = line.text();
    while (shown.endsWith("\\r") || shown.endsWith("\\n")) {
      shown = shown.substring(0, shown.length() - 2);
    }
    String time = String.format(Locale.ROOT, "%d.%03d", line.millis() / 1000, line.millis() % 1000);
    return new Row(time, line.direction(), DeviceText.literal(shown));
  }

  /// The direction in a word, for those who do not see the colour.
  public String directionWord() {
    return switch (direction) {
      case SENT -> Text.of("terminal.sent");
      case RECEIVED -> Text.of("terminal.received");
      case NOTE -> Text.of("terminal.note");
    };
  }

  /// As it stands in an exported transcript.
  public String plain() {
    return time + " " + direction.mark() + " " + text;
  }
}
