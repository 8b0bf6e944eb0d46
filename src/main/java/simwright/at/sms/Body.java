package simwright.at.sms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// The user data of a message (3GPP TS 23.040 clause 9.2.3.24): its text where the coding is one of
/// text, its octets in hexadecimal, and which part of a longer message it is.
public record Body(Coding coding, String text, String hex, Optional<Part> part) {
  /// Part `number` of `of`, both from 1, of the message with this reference (clauses 9.2.3.24.1 and
  /// 9.2.3.24.8).
  public record Part(int reference, int of, int number) {}

  /// Reads the length and what it counts: septets of the default alphabet, else octets.
  static Body read(int scheme, boolean header, ByteBuffer from) {
    Coding coding = Coding.ofMessage(scheme);
    int length = from.get() & 0xff;
    byte[] octets = new byte[coding == Coding.GSM7 ? (length * 7 + 7) / 8 : length];
    from.get(octets);
    int skipped = header && octets.length > 0 ? Math.min(octets.length, 1 + (octets[0] & 0xff)) : 0;
    ByteBuffer rest = ByteBuffer.wrap(octets, skipped, octets.length - skipped);
    byte[] said = new byte[rest.remaining()];
    rest.get(said);
    String text =
        switch (coding) {
          case GSM7 -> {
            int fill = (7 - skipped * 8 % 7) % 7;
            int septets = Math.max(0, length - (skipped * 8 + 6) / 7);
            yield Gsm7.unpack(said, septets, fill).map(Gsm7::text).orElse("");
          }
          case UCS2 -> new String(said, StandardCharsets.UTF_16BE);
          case OCTETS, COMPRESSED -> "";
        };
    return new Body(
        coding, text, HexFormat.of().withUpperCase().formatHex(said), part(octets, skipped));
  }

  /// The information element that tells the part, with a reference of one octet or two.
  private static Optional<Part> part(byte[] octets, int end) {
    int at = 1;
    while (at + 1 < end) {
      int kind = octets[at] & 0xff;
      int length = octets[at + 1] & 0xff;
      int last = at + 1 + length;
      boolean known = kind == 0 && length == 3 || kind == 8 && length == 4;
      if (known && last < end) {
        int low = octets[at + length - 1] & 0xff;
        int reference = length == 3 ? low : (octets[at + 2] & 0xff) << 8 | low;
        return Optional.of(new Part(reference, octets[last - 1] & 0xff, octets[last] & 0xff));
      }
      at = last + 1;
    }
    return Optional.empty();
  }
}
