package simwright.tlv;

/// How lengths are written: in the fewest bytes (X.690 clause 10.1).
final class TlvWriter {
  private TlvWriter() {}

  static Octets length(int length) {
    if (length < 0x80) {
      return Octets.of(length);
    }
    if (length <= 0xff) {
      return Octets.of(0x81, length);
    }
    if (length <= 0xffff) {
      return Octets.of(0x82, length >> 8, length);
    }
    return length <= 0xffffff
        ? Octets.of(0x83, length >> 16, length >> 8, length)
        : Octets.of(0x84, length >> 24, length >> 16, length >> 8, length);
  }
}
