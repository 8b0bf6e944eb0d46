package simwright.at.sms;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// A message to send (SMS-SUBMIT, 3GPP TS 23.040 clause 9.2.2.2): to a number, with a text of any
/// length, kept by the centre for `validity` (none: as long as the centre likes). The default
/// alphabet is used where it has all characters, UCS2 else.
public record Submission(String number, String text, Duration validity) {
  private static final int ONE_PART = 140;
  private static final int HEADER = 6;

  /// What goes to the modem for one part: hexadecimal digits, and how many octets follow the
  /// centre's address, which `+CMGS=` asks for.
  public record Unit(String hex, int length) {}

  public Submission {
    if (!number.matches("[+]?[0-9*#]{1,20}")) {
      throw new IllegalArgumentException("a number has up to 20 digits");
    }
  }

  /// Its parts; they carry `reference`, 0 to 255, when there is more than one.
  public List<Unit> units(int reference) {
    Optional<byte[]> septets = Gsm7.septets(text);
    byte[] whole = septets.orElseGet(() -> text.getBytes(StandardCharsets.UTF_16BE));
    boolean packed = septets.isPresent();
    List<byte[]> pieces = pieces(whole, packed);
    List<Unit> units = new ArrayList<>();
    for (byte[] piece : pieces) {
      byte[] header =
          pieces.size() == 1
              ? new byte[0]
              : new byte[] {
                5, 0, 3, (byte) reference, (byte) pieces.size(), (byte) (units.size() + 1)
              };
      units.add(unit(header, piece, packed));
    }
    return List.copyOf(units);
  }

  /// Cut so that each fits, between characters.
  private static List<byte[]> pieces(byte[] whole, boolean packed) {
    int all = packed ? ONE_PART * 8 / 7 : ONE_PART;
    if (whole.length <= all) {
      return List.of(whole);
    }
    int most = packed ? (ONE_PART - HEADER) * 8 / 7 : ONE_PART - HEADER;
    List<byte[]> pieces = new ArrayList<>();
    int from = 0;
    while (from < whole.length) {
      int to = Math.min(whole.length, from + most);
      boolean split =
          to < whole.length
              && (packed ? whole[to - 1] == 0x1b : Character.isHighSurrogate(last(whole, to)));
      to -= split ? (packed ? 1 : 2) : 0;
      pieces.add(Arrays.copyOfRange(whole, from, to));
      from = to;
    }
    return pieces;
  }

  private static char last(byte[] whole, int to) {
    return (char) ((whole[to - 2] & 0xff) << 8 | whole[to - 1] & 0xff);
  }

  private Unit unit(byte[] header, byte[] piece, boolean packed) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    boolean bounded = validity.isPositive();
    octets.write(0x01 | (bounded ? 0x10 : 0) | (header.length > 0 ? 0x40 : 0));
    octets.write(0);
    Address.write(number, octets);
    octets.write(0);
    octets.write(packed ? 0 : 8);
    if (bounded) {
      octets.write(period(validity));
    }
    int headerSeptets = (header.length * 8 + 6) / 7;
    octets.write(packed ? headerSeptets + piece.length : header.length + piece.length);
    octets.writeBytes(header);
    octets.writeBytes(packed ? Gsm7.pack(piece, (7 - header.length * 8 % 7) % 7) : piece);
    return new Unit(
        "00" + HexFormat.of().withUpperCase().formatHex(octets.toByteArray()), octets.size());
  }

  /// Clause 9.2.3.12.1: steps of 5 minutes to half a day, of 30 minutes to a day, of days, of
  /// weeks.
  private static int period(Duration validity) {
    long minutes = validity.toMinutes();
    if (minutes <= 720) {
      return (int) Math.max(0, (minutes + 4) / 5 - 1);
    }
    if (minutes <= 1440) {
      return (int) (143 + (minutes - 720 + 29) / 30);
    }
    long days = (minutes + 1439) / 1440;
    return (int) (days <= 30 ? 166 + days : Math.min(255, 192 + (days + 6) / 7));
  }
}
