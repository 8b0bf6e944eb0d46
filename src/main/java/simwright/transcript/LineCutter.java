package simwright.transcript;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Cuts the bytes of a transcript file into lines.
final class LineCutter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
  private String line = "";
  private int length;

  /// Takes a byte; true when it ended a line.
  boolean take(byte b) {
    if (b != '\n') {
      bytes.write(b);
      return false;
    }
    line = bytes.toString(StandardCharsets.UTF_8);
    length = bytes.size() + 1;
    bytes.reset();
    return true;
  }

  /// The last line, without its end.
  String line() {
    return line;
  }

  /// How many bytes of the file the last line took, its end included.
  int length() {
    return length;
  }
}
