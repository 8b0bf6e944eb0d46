package simwright.at.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import simwright.at.AtCommand;
import simwright.at.CommandClass;
import simwright.identity.Iccid;
import simwright.identity.Plmn;

/// Reads or writes a file of the card, +CRSM (3GPP TS 27.007 clause 8.18): instruction 176 READ
/// BINARY, 178 READ RECORD, 214 UPDATE BINARY; the answer is the card's status and data.
public record ReadCardFile(int instruction, int file, int length, String data)
    implements AtCommand<ReadCardFile.Content> {
  /// The file of the ICCID (ETSI TS 102 221 clause 13.2).
  public static final int EF_ICCID = 0x2fe2;

  /// Administrative data (3GPP TS 31.102 clause 4.2.18).
  public static final int EF_AD = 0x6fad;

  /// Forbidden networks (3GPP TS 31.102 clause 4.2.16).
  public static final int EF_FPLMN = 0x6f7b;

  /// The access points that the card allows (3GPP TS 31.102 clause 4.2.48).
  public static final int EF_ACL = 0x6f57;

  /// Status word and data in hexadecimal.
  public record Content(int sw1, int sw2, String hex) {
    /// Whether the card did it.
    public boolean done() {
      return sw1 == 0x90 || sw1 == 0x91;
    }
  }

  /// The whole of a transparent file of `length` octets.
  public static ReadCardFile binary(int file, int length) {
    return new ReadCardFile(176, file, length, "");
  }

  /// Overwrites the forbidden networks, so that the device tries them again; `length` is the file's
  /// size in octets.
  public static ReadCardFile clearForbidden(int length) {
    return new ReadCardFile(214, EF_FPLMN, length, "FF".repeat(length));
  }

  @Override
  public String text() {
    String command = "AT+CRSM=" + instruction + "," + file + ",0,0," + length;
    return data.isEmpty() ? command : command + ",\"" + data + "\"";
  }

  @Override
  public CommandClass commandClass() {
    return CommandClass.CARD;
  }

  @Override
  public Optional<Content> parse(List<String> lines) {
    return Lines.fields(lines, "+CRSM")
        .filter(fields -> fields.number(0).isPresent() && fields.number(1).isPresent())
        .filter(fields -> fields.text(2).matches("(?:[0-9A-Fa-f]{2})*"))
        .map(fields ->
            new Content(fields.number(0).getAsInt(), fields.number(1).getAsInt(), fields.text(2)));
  }

  /// The ICCID in the content of EF_ICCID.
  public static Optional<Iccid> iccid(Content content) {
    String digits = ReadIccid.swap(content.hex()).replaceAll("[Ff]+$", "");
    return digits.matches("[0-9]{10,20}") ? Optional.of(new Iccid(digits)) : Optional.empty();
  }

  /// How many digits the network code of the IMSI has, in the content of EF_AD: 2 or 3.
  public static Optional<Integer> networkCodeLength(Content content) {
    if (content.hex().length() < 8) {
      return Optional.empty();
    }
    int length = Integer.parseInt(content.hex().substring(7, 8), 16);
    return length == 2 || length == 3 ? Optional.of(length) : Optional.empty();
  }

  /// The networks in the content of EF_FPLMN, each three octets as 3GPP TS 24.008 clause 10.5.1.13
  /// codes them.
  public static List<Plmn> forbidden(Content content) {
    List<Plmn> networks = new ArrayList<>();
    for (int i = 0; i + 6 <= content.hex().length(); i += 6) {
      String swapped = ReadIccid.swap(content.hex().substring(i, i + 6));
      String mcc = swapped.substring(0, 3);
      String third = swapped.substring(3, 4);
      String mnc = swapped.substring(4, 6) + (third.equalsIgnoreCase("F") ? "" : third);
      if (mcc.matches("[0-9]{3}") && mnc.matches("[0-9]{2,3}")) {
        networks.add(new Plmn(mcc, mnc));
      }
    }
    return List.copyOf(networks);
  }

  /// The access points in the content of EF_ACL: a count, and each name in labels behind tag DD; an
  /// empty name allows the network's choice.
  public static List<String> allowed(Content content) {
    byte[] all = HexFormat.of().parseHex(content.hex());
    List<String> names = new ArrayList<>();
    int at = 1;
    while (at + 1 < all.length && (all[at] & 0xff) == 0xdd) {
      int end = Math.min(all.length, at + 2 + (all[at + 1] & 0xff));
      names.add(labels(all, at + 2, end));
      at = end;
    }
    return List.copyOf(names);
  }

  /// A name as 3GPP TS 23.003 clause 9.1 writes it: each label behind its length.
  private static String labels(byte[] all, int from, int end) {
    List<String> labels = new ArrayList<>();
    int at = from;
    while (at < end) {
      int until = Math.min(end, at + 1 + (all[at] & 0xff));
      labels.add(new String(all, at + 1, until - at - 1, StandardCharsets.US_ASCII));
      at = until;
    }
    return String.join(".", labels);
  }
}
