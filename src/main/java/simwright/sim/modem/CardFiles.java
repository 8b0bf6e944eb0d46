package simwright.sim.modem;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The elementary files of a USIM that +CRSM reaches (3GPP TS 31.102 clause 4.2, ETSI TS 102 221
/// clause 13.2): they belong to the card and stay over resets.
final class CardFiles {
  static final int ICCID = 0x2fe2;
  static final int IMSI = 0x6f07;
  static final int FPLMN = 0x6f7b;
  static final int LOCI = 0x6f7e;
  static final int ACL = 0x6f57;
  private static final int AD = 0x6fad;
  private static final int SPN = 0x6f46;
  private static final int NETWORKS = 4;

  private final Map<Integer, byte[]> files = new TreeMap<>();

  CardFiles(String iccid, String imsi) {
    files.put(ICCID, swapped(iccid.length() % 2 == 0 ? iccid : iccid + "f"));
    files.put(IMSI, imsi(imsi));
    files.put(FPLMN, filled(3 * NETWORKS));
    files.put(LOCI, loci());
    files.put(AD, new byte[] {0, 0, 0, 2});
    byte[] name = filled(17);
    name[0] = 0;
    byte[] text = "Simwright".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, name, 1, text.length);
    files.put(SPN, name);
  }

  /// The list of access points that the card allows holds this one alone from now on (3GPP TS
  /// 31.102 clause 4.2.48: a count, then name by name in labels with tag DD).
  void allowOnly(String apn) {
    byte[] name = labels(apn);
    byte[] list = new byte[3 + name.length];
    list[0] = 1;
    list[1] = (byte) 0xdd;
    list[2] = (byte) name.length;
    System.arraycopy(name, 0, list, 3, name.length);
    files.put(ACL, list);
  }

  /// As 3GPP TS 23.003 clause 9.1 writes them: each label behind its length.
  private static byte[] labels(String apn) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (String label : apn.split("\\.", -1)) {
      all.write(label.length());
      all.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    return all.toByteArray();
  }

  /// The content, where the file exists.
  Optional<byte[]> read(int file) {
    return Optional.ofNullable(files.get(file)).map(byte[]::clone);
  }

  /// Whether a file may be written by whoever knows the PIN.
  static boolean writable(int file) {
    return file == FPLMN || file == LOCI;
  }

  /// Writes into a file; false where it does not fit.
  boolean write(int file, int offset, byte[] data) {
    byte[] content = files.get(file);
    if (content == null || offset < 0 || offset + data.length > content.length) {
      return false;
    }
    System.arraycopy(data, 0, content, offset, data.length);
    return true;
  }

  /// Whether a network is forbidden.
  boolean forbidden(String plmn) {
    byte[] wanted = octets(plmn);
    byte[] all = files.getOrDefault(FPLMN, new byte[0]);
    for (int i = 0; i < all.length; i += 3) {
      if (Arrays.equals(wanted, 0, 3, all, i, i + 3)) {
        return true;
      }
    }
    return false;
  }

  /// Adds a forbidden network; the oldest makes room (3GPP TS 31.102 clause 4.2.16).
  void forbid(String plmn) {
    if (forbidden(plmn)) {
      return;
    }
    byte[] all = files.getOrDefault(FPLMN, new byte[0]);
    int at = 0;
    while (at < all.length && all[at] != (byte) 0xff) {
      at += 3;
    }
    if (at == all.length) {
      System.arraycopy(all, 3, all, 0, all.length - 3);
      at -= 3;
    }
    System.arraycopy(octets(plmn), 0, all, at, 3);
  }

  /// Takes a network off the list, as after a registration that a person asked for.
  void allow(String plmn) {
    byte[] wanted = octets(plmn);
    byte[] all = files.getOrDefault(FPLMN, new byte[0]);
    for (int i = 0; i < all.length; i += 3) {
      if (Arrays.equals(wanted, 0, 3, all, i, i + 3)) {
        Arrays.fill(all, i, i + 3, (byte) 0xff);
      }
    }
  }

  /// Remembers where the card was registered last.
  void location(String plmn) {
    System.arraycopy(octets(plmn), 0, files.getOrDefault(LOCI, loci()), 4, 3);
  }

  /// A network of five or six digits as three octets (3GPP TS 24.008 clause 10.5.1.13).
  static byte[] octets(String plmn) {
    String third = plmn.length() == 6 ? plmn.substring(5) : "f";
    String digits =
        ""
            + plmn.charAt(1)
            + plmn.charAt(0)
            + third
            + plmn.charAt(2)
            + plmn.charAt(4)
            + plmn.charAt(3);
    return HexFormat.of().parseHex(digits);
  }

  private static byte[] loci() {
    return HexFormat.of().parseHex("ffffffff00f1100000ff01");
  }

  private static byte[] imsi(String digits) {
    byte[] coded = swapped("9" + digits);
    byte[] file = filled(9);
    file[0] = (byte) coded.length;
    System.arraycopy(coded, 0, file, 1, coded.length);
    return file;
  }

  private static byte[] swapped(String digits) {
    StringBuilder swapped = new StringBuilder();
    for (int i = 0; i + 1 < digits.length(); i += 2) {
      swapped.append(digits.charAt(i + 1)).append(digits.charAt(i));
    }
    return HexFormat.of().parseHex(swapped.toString().toLowerCase(Locale.ROOT));
  }

  private static byte[] filled(int length) {
    byte[] empty = new byte[length];
    Arrays.fill(empty, (byte) 0xff);
    return empty;
  }
}
