package simwright.tlv;

import java.util.Locale;

/// A BER-TLV tag of one to three bytes as ISO/IEC 7816-4 clause 5.2.2.1 codes it, kept as the
/// number its bytes make: `BF2D`, `5A`, `7F8001`.
public record Tag(int value) {
  /// What a tag's number is counted in.
  public enum Kind {
    /// ASN.1's own types.
    UNIVERSAL,
    /// Types of one application.
    APPLICATION,
    /// Known by the place alone.
    CONTEXT,
    /// Anybody's.
    PRIVATE
  }

  public Tag {
    if (!isTag(value)) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, "no tag: %X", value));
    }
  }

  /// The tag of these bytes.
  public static Tag of(int value) {
    return new Tag(value);
  }

  /// Reads hexadecimal digits.
  public static Tag parse(String hex) {
    return new Tag(Integer.parseInt(hex, 16));
  }

  /// How many bytes it takes.
  public int length() {
    return value > 0xffff ? 3 : value > 0xff ? 2 : 1;
  }

  /// Whether its value is made of data objects.
  public boolean constructed() {
    return (first() & 0x20) != 0;
  }

  /// What its number is counted in.
  public Kind kind() {
    return Kind.values()[first() >> 6];
  }

  /// Its number in that count.
  public int number() {
    return switch (length()) {
      case 1 -> value & 0x1f;
      case 2 -> value & 0x7f;
      default -> ((value >> 8 & 0x7f) << 7) | (value & 0x7f);
    };
  }

  /// Its bytes.
  public Octets octets() {
    return switch (length()) {
      case 1 -> Octets.of(value);
      case 2 -> Octets.of(value >> 8, value);
      default -> Octets.of(value >> 16, value >> 8, value);
    };
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%0" + 2 * length() + "X", value);
  }

  private int first() {
    return value >> 8 * (length() - 1);
  }

  /// 00 and FF are padding, never tags; the second byte of a long tag is never 80, and the third is
  /// its last.
  static boolean isTag(int value) {
    int length = value > 0xffff ? 3 : value > 0xff ? 2 : 1;
    int first = value >> 8 * (length - 1);
    boolean longForm = (first & 0x1f) == 0x1f;
    return switch (length) {
      case 1 -> value > 0 && value < 0xff && !longForm;
      case 2 -> longForm && first != 0xff && (value & 0x80) == 0;
      default ->
          longForm
              && first <= 0xff
              && (value & 0x8000) != 0
              && (value & 0x7f00) != 0
              && (value & 0x80) == 0;
    };
  }
}
