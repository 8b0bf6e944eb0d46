package simwright.transcript;

/// Which way bytes went, seen from this program.
public enum Direction {
  /// To the device.
  SENT('>'),
  /// From the device.
  RECEIVED('<'),
  /// Neither: a note of our own.
  NOTE('!');

  private final char mark;

  Direction(char mark) {
    this.mark = mark;
  }

  /// The mark in a transcript line.
  public char mark() {
    return mark;
  }

  /// The direction of a mark; a note for any other character.
  public static Direction of(char mark) {
    return switch (mark) {
      case '>' -> SENT;
      case '<' -> RECEIVED;
      default -> NOTE;
    };
  }
}
