package simwright.transcript;

/// One line of a transcript: milliseconds since the link was opened, the direction, and the escaped
/// text.
public record TranscriptLine(long millis, Direction direction, String text) {
  /// Reads a line of the file; what is no such line becomes a note at 0.
  public static TranscriptLine parse(String line) {
    int space = line.indexOf(' ');
    int dot = line.indexOf('.');
    if (dot < 1 || space < dot + 2 || line.length() < space + 3 || line.charAt(space + 2) != ' ') {
      return new TranscriptLine(0, Direction.NOTE, line);
    }
    try {
      long millis =
          Long.parseLong(line.substring(0, dot)) * 1000
              + Long.parseLong(line.substring(dot + 1, space));
      return new TranscriptLine(
          millis, Direction.of(line.charAt(space + 1)), line.substring(space + 3));
    } catch (NumberFormatException e) {
      return new TranscriptLine(0, Direction.NOTE, line);
    }
  }

  /// As it stands in the file, without the line end.
  public String format() {
    StringBuilder text = new StringBuilder();
    format(text);
    return text.toString();
  }

  void format(StringBuilder out) {
    String rest = Long.toString(millis % 1000);
    out.append(millis / 1000).append('.').append("0".repeat(3 - rest.length())).append(rest);
    out.append(' ').append(direction.mark()).append(' ').append(text);
  }
}
