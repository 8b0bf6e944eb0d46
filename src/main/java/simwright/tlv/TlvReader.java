package simwright.tlv;

import java.util.ArrayList;
import java.util.List;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// Reads data objects out of bytes that nobody vouches for: every length is checked against what is
/// there before it is used, depth and number are bounded, and what is wrong is told with its place.
final class TlvReader {
  /// The deepest anything in SGP.22, SAIP or X.509 goes is about 15.
  static final int DEEPEST = 32;

  /// A bound package of the largest profile has some thousands.
  static final int MOST = 100_000;

  private final Octets bytes;
  private int count;

  private TlvReader(Octets bytes) {
    this.bytes = bytes;
  }

  static Tlv one(Octets bytes) {
    Tlv read = new TlvReader(bytes).next(0, bytes.length(), 0);
    if (read.raw().length() < bytes.length()) {
      throw fault(TlvCodes.REST, read.raw().length());
    }
    return read;
  }

  static List<Tlv> all(Octets bytes) {
    return new TlvReader(bytes).sequence(0, bytes.length(), 0);
  }

  private List<Tlv> sequence(int from, int end, int depth) {
    List<Tlv> found = new ArrayList<>();
    int at = from;
    while (at < end) {
      Tlv next = next(at, end, depth);
      found.add(next);
      at += next.raw().length();
    }
    return List.copyOf(found);
  }

  private Tlv next(int from, int end, int depth) {
    if (depth > DEEPEST || ++count > MOST) {
      throw fault(TlvCodes.DEEP, from);
    }
    Tag tag = tag(from, end);
    int at = from + tag.length();
    int first = octet(at, end);
    int more = first < 0x80 ? 0 : first & 0x7f;
    if (first == 0x80 || more > 4) {
      throw fault(TlvCodes.LENGTH, at);
    }
    long length = more == 0 ? first : 0;
    for (int i = 1; i <= more; i++) {
      length = length << 8 | octet(at + i, end);
    }
    int value = at + 1 + more;
    if (length > end - value) {
      throw fault(TlvCodes.CUT, from);
    }
    int stop = value + (int) length;
    List<Tlv> children = tag.constructed() ? sequence(value, stop, depth + 1) : List.of();
    return new Tlv(tag, bytes.part(from, stop), value - from, from, children);
  }

  private Tag tag(int from, int end) {
    int value = octet(from, end);
    int length = 1;
    if (value != 0xff && (value & 0x1f) == 0x1f) {
      do {
        if (length == 3) {
          throw fault(TlvCodes.TAG, from);
        }
        value = value << 8 | octet(from + length++, end);
      } while ((value & 0x80) != 0);
    }
    if (!Tag.isTag(value)) {
      throw fault(TlvCodes.TAG, from);
    }
    return Tag.of(value);
  }

  private int octet(int at, int end) {
    if (at >= end) {
      throw fault(TlvCodes.CUT, at);
    }
    return bytes.at(at);
  }

  private static Fault fault(FaultCode code, int at) {
    return new Fault(code, "reading data objects", "byte " + at);
  }
}
