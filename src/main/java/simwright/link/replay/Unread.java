package simwright.link.replay;

import java.util.Arrays;

/// Bytes that have come over a played link and that nobody has read yet.
final class Unread {
  private byte[] bytes = new byte[0];

  boolean isEmpty() {
    return bytes.length == 0;
  }

  void add(byte[] more) {
    int before = bytes.length;
    bytes = Arrays.copyOf(bytes, before + more.length);
    System.arraycopy(more, 0, bytes, before, more.length);
  }

  /// Moves what fits into the buffer; how many bytes that were.
  int take(byte[] buffer) {
    int n = Math.min(bytes.length, buffer.length);
    System.arraycopy(bytes, 0, buffer, 0, n);
    bytes = Arrays.copyOfRange(bytes, n, bytes.length);
    return n;
  }
}
