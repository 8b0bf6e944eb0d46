package simwright.tlv;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// An unchangeable run of bytes; parts of it share its memory. Its words never hold the bytes, as
/// they may be an identifier or a key: `hex` says them on purpose.
public final class Octets {
  /// No bytes.
  public static final Octets NONE = new Octets(new byte[0], 0, 0);

  private final byte[] bytes;
  private final int from;
  private final int length;

  private Octets(byte[] bytes, int from, int length) {
    this.bytes = bytes;
    this.from = from;
    this.length = length;
  }

  /// A copy of these bytes.
  public static Octets of(byte[] bytes) {
    return new Octets(bytes.clone(), 0, bytes.length);
  }

  /// The low eight bits of each number.
  public static Octets of(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return new Octets(bytes, 0, bytes.length);
  }

  /// Reads hexadecimal digits in either case; blanks and colons between bytes are passed over.
  ///
  /// @throws IllegalArgumentException where there is anything else, or half a byte
  public static Octets hex(String text) {
    byte[] bytes = HexFormat.of().parseHex(text.replaceAll("[\\s:]", ""));
    return new Octets(bytes, 0, bytes.length);
  }

  /// One after the other.
  public static Octets join(Iterable<Octets> parts) {
    int sum = 0;
    for (Octets part : parts) {
      sum = Math.addExact(sum, part.length);
    }
    byte[] bytes = new byte[sum];
    int at = 0;
    for (Octets part : parts) {
      System.arraycopy(part.bytes, part.from, bytes, at, part.length);
      at += part.length;
    }
    return new Octets(bytes, 0, sum);
  }

  /// How many bytes.
  public int length() {
    return length;
  }

  /// Whether there are none.
  public boolean isEmpty() {
    return length == 0;
  }

  /// The byte at a place, 0 to 255.
  public int at(int index) {
    if (index < 0 || index >= length) {
      throw new IndexOutOfBoundsException("byte " + index + " of " + length);
    }
    return bytes[from + index] & 0xff;
  }

  /// The part from a place to before another, without a copy.
  public Octets part(int start, int end) {
    if (start < 0 || end < start || end > length) {
      throw new IndexOutOfBoundsException("bytes " + start + " to " + end + " of " + length);
    }
    return new Octets(bytes, from + start, end - start);
  }

  /// The part from a place on, without a copy.
  public Octets from(int start) {
    return part(start, length);
  }

  /// These bytes and then those.
  public Octets then(Octets after) {
    return join(List.of(this, after));
  }

  /// A copy as an array.
  public byte[] toArray() {
    return Arrays.copyOfRange(bytes, from, from + length);
  }

  /// The bytes in upper-case hexadecimal digits.
  public String hex() {
    return HexFormat.of().withUpperCase().formatHex(bytes, from, from + length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets that
        && Arrays.equals(
            bytes, from, from + length, that.bytes, that.from, that.from + that.length);
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (int i = from; i < from + length; i++) {
      hash = 31 * hash + bytes[i];
    }
    return hash;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d bytes", length);
  }
}
