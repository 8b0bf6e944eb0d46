package simwright.sim.modem;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import simwright.sim.network.MessageCentre;
import simwright.sim.network.ShortMessage;

/// Short messages as PDU mode writes them (3GPP TS 23.040 clauses 9.2.2.1 and 9.2.2.2, with the
/// centre's address before them).
final class Pdu {
  private static final int HEADER = 0x40;
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// A PDU as text, and its length in octets without the centre's address.
  record Text(String hex, int length) {}

  private Pdu() {}

  /// Reads an SMS-SUBMIT of a stated length; nothing where it does not hold together.
  static Optional<ShortMessage> submit(String hex, int length, Instant now) {
    String digits = hex.strip();
    if (!digits.matches("(?:[0-9A-Fa-f]{2})+")) {
      return Optional.empty();
    }
    byte[] all = HexFormat.of().parseHex(digits);
    int at = 1 + (all[0] & 0xff);
    if (all.length - at != length || length < 7 || (all[at] & 3) != 1) {
      return Optional.empty();
    }
    boolean header = (all[at] & HEADER) != 0;
    int validity =
        switch (all[at] >> 3 & 3) {
          case 0 -> 0;
          case 2 -> 1;
          default -> 7;
        };
    int number = all[at + 2] & 0xff;
    int address = at + 3;
    int after = address + 1 + (number + 1) / 2;
    int data = after + 3 + validity;
    if (data > all.length) {
      return Optional.empty();
    }
    int count = all[data - 1] & 0xff;
    byte[] user = Arrays.copyOfRange(all, data, all.length);
    int coding = all[after + 1] & 0x0c;
    if (user.length != (coding == 0 ? (count * 7 + 7) / 8 : count)) {
      return Optional.empty();
    }
    String to = number(all, address, number);
    return Optional.of(new ShortMessage(to, coding, header, count, user, now));
  }

  /// Writes an SMS-DELIVER.
  static Text deliver(ShortMessage message) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] centre = address(MessageCentre.NUMBER);
    out.write(centre.length - 1);
    out.write(centre, 1, centre.length - 1);
    int before = out.size();
    out.write(message.header() ? 0x04 | HEADER : 0x04);
    out.writeBytes(address(message.number()));
    out.write(0);
    out.write(message.coding());
    out.writeBytes(HexFormat.of().parseHex(swapped(STAMP.format(message.time()) + "00")));
    out.write(message.length());
    out.writeBytes(message.data());
    byte[] all = out.toByteArray();
    return new Text(HexFormat.of().withUpperCase().formatHex(all), all.length - before);
  }

  /// Length in digits, type of number, digits in half octets.
  private static byte[] address(String number) {
    String digits = number.replaceAll("[^0-9]", "");
    byte[] coded =
        HexFormat.of().parseHex(swapped(digits.length() % 2 == 0 ? digits : digits + "f"));
    byte[] all = new byte[2 + coded.length];
    all[0] = (byte) digits.length();
    all[1] = (byte) (number.startsWith("+") ? 0x91 : 0x81);
    System.arraycopy(coded, 0, all, 2, coded.length);
    return all;
  }

  private static String number(byte[] all, int at, int digits) {
    byte[] coded = Arrays.copyOfRange(all, at + 1, at + 1 + (digits + 1) / 2);
    String text = swapped(HexFormat.of().formatHex(coded)).substring(0, digits);
    return (all[at] & 0x70) == 0x10 ? "+" + text : text;
  }

  private static String swapped(String digits) {
    StringBuilder swapped = new StringBuilder();
    for (int i = 0; i + 1 < digits.length(); i += 2) {
      swapped.append(digits.charAt(i + 1)).append(digits.charAt(i));
    }
    return swapped.toString();
  }
}
