package simwright.sim.network;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;

/// A short message (3GPP TS 23.040): the other party's number, the coding (0 GSM alphabet, 4
/// octets, 8 UCS2), whether the user data begin with a header, their length as the standard counts
/// it (septets or octets), the user data, and when the centre took it.
public record ShortMessage(
    String number, int coding, boolean header, int length, byte[] data, Instant time) {
  /// At most 160 septets, 140 octets or 70 characters of UCS2.
  public static final int LONGEST = 140;

  /// A message of text, in the GSM alphabet where that has its letters.
  public static ShortMessage of(String number, String text, Instant time) {
    byte[] septets = Gsm7.encode(text);
    if (Gsm7.has(text)) {
      return new ShortMessage(number, 0, false, septets.length, Gsm7.pack(septets), time);
    }
    byte[] wide = text.getBytes(StandardCharsets.UTF_16BE);
    return new ShortMessage(number, 8, false, wide.length, wide, time);
  }

  /// What a person reads; the header is left out.
  public String text() {
    int skip = header && data.length > 0 ? Math.min(data.length, (data[0] & 0xff) + 1) : 0;
    if (coding == 0) {
      byte[] septets = Gsm7.unpack(data, length);
      int from = Math.min(septets.length, (skip * 8 + 6) / 7);
      return Gsm7.decode(Arrays.copyOfRange(septets, from, septets.length));
    }
    byte[] rest = Arrays.copyOfRange(data, skip, data.length);
    return new String(rest, coding == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
  }

  /// The same message as the other side sees it.
  public ShortMessage from(String sender, Instant taken) {
    return new ShortMessage(sender, coding, header, length, data, taken);
  }

  /// Whether it fits in one message.
  public boolean fits() {
    return data.length <= LONGEST;
  }
}
