package simwright.sim.euicc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// An unprotected profile package (Trusted Connectivity Alliance, eUICC Profile Package:
/// Interoperable Format): profile elements one after the other, of which the simulated card uses
/// header, USIM, authentication keys, PIN and PUK.
public record Upp(
    String iccid, String imsi, Aka aka, Optional<String> pin, Optional<String> puk, Octets bytes) {
  private static final Tag HEADER = Tag.of(0xa0);
  private static final Tag PIN_CODES = Tag.of(0xa2);
  private static final Tag PUK_CODES = Tag.of(0xa3);
  private static final Tag AKA = Tag.of(0xa4);
  private static final Tag MASTER_FILE = Tag.of(0xb0);
  private static final Tag USIM = Tag.of(0xb3);
  private static final Tag END = Tag.of(0xaa);
  private static final Tag ELEMENT_HEADER = Tag.of(0xa0);
  private static final Tag SEQUENCE = Tag.of(0x30);
  private static final Tag CONTENT = Tag.of(0x83);
  private static final Tag IMSI_FILE = Tag.of(0xa3);
  private static final Tag PARAMETERS = Tag.of(0xa1);
  private static final Tag FILES = Tag.of(0xa1);
  private static final int ENTRIES = 250;
  private static final int ENTRY = 32;
  private static final int FIRST_PIN = 1;
  private static final String TEMPLATE = "67810F0102";

  /// The algorithm (1 Milenage, 2 TUAK, 3 the test algorithm of 3GPP TS 34.108), K and OPc.
  public record Aka(int algorithm, Octets k, Octets opc) {
    /// Milenage.
    public static final int MILENAGE = 1;

    /// The test algorithm.
    public static final int TEST = 3;
  }

  /// Reads a package; empty where an element is missing or broken, as a card's own reader says.
  public static Optional<Upp> read(Octets bytes) {
    try {
      List<Tlv> elements = Tlv.readAll(bytes);
      Tlv header = element(elements, HEADER);
      Tlv usim = element(elements, USIM);
      Tlv keys = element(elements, AKA).get(PARAMETERS).get(PARAMETERS);
      boolean ended = elements.getLast().tag().equals(END);
      if (!ended || !elements.getFirst().equals(header)) {
        return Optional.empty();
      }
      return Optional.of(
          new Upp(
              Asn1.digits(header.get(CONTENT), true),
              imsi(usim.get(IMSI_FILE).get(CONTENT).value()),
              new Aka(
                  Asn1.integer(keys.get(Tag.of(0x80))),
                  keys.get(Tag.of(0x82)).value(),
                  keys.find(Tag.of(0x83)).map(Tlv::value).orElse(Octets.of(new byte[16]))),
              code(elements, PIN_CODES),
              code(elements, PUK_CODES),
              bytes));
    } catch (simwright.fault.Fault broken) {
      return Optional.empty();
    }
  }

  private static Tlv element(List<Tlv> elements, Tag tag) {
    return Tlv.of(Tag.of(0x30), elements).get(tag);
  }

  /// The first PIN or PUK, whose eight bytes are digits filled up with FF.
  private static Optional<String> code(List<Tlv> elements, Tag tag) {
    for (Tlv element : elements) {
      if (element.tag().equals(tag)) {
        for (Tlv each : element.tree()) {
          if (each.tag().equals(SEQUENCE) && Asn1.integer(each.get(Tag.of(0x80))) == FIRST_PIN) {
            String text =
                new String(
                    each.get(Tag.of(0x81)).value().toArray(),
                    java.nio.charset.StandardCharsets.ISO_8859_1);
            return Optional.of(text.replaceFirst("\u00ff+$", ""));
          }
        }
      }
    }
    return Optional.empty();
  }

  /// EF_IMSI: a length, then digits in half bytes after the parity (3GPP TS 31.102 clause 4.2.2).
  private static String imsi(Octets content) {
    StringBuilder digits = new StringBuilder();
    for (int i = 1; i <= content.at(0); i++) {
      digits.append(Integer.toHexString(content.at(i) & 0x0f));
      digits.append(Integer.toHexString(content.at(i) >> 4));
    }
    return digits.substring(1).replaceFirst("f+$", "");
  }

  /// Writes a package for a subscriber.
  public static Upp write(String name, String iccid, String imsi, Aka aka, String pin, String puk) {
    List<Tlv> elements = new ArrayList<>();
    elements.add(
        Tlv.of(
            HEADER,
            Tlv.of(Tag.of(0x80), Octets.of(2)),
            Tlv.of(Tag.of(0x81), Octets.of(3)),
            Tlv.of(Tag.of(0x82), Asn1.text(name)),
            Tlv.of(CONTENT, swapped(iccid)),
            Tlv.of(
                Tag.of(0xa5), Tlv.of(Tag.of(0x81), Octets.NONE), Tlv.of(Tag.of(0x83), Octets.NONE)),
            Tlv.of(Tag.of(0xa6), template(1), template(4))));
    elements.add(Tlv.of(MASTER_FILE, header(2), Tlv.of(Tag.of(0x81), Octets.hex(TEMPLATE + "01"))));
    elements.add(Tlv.of(PUK_CODES, header(3), Tlv.of(PARAMETERS, code(FIRST_PIN, puk))));
    elements.add(
        Tlv.of(
            PIN_CODES, header(4), Tlv.of(PARAMETERS, Tlv.of(Tag.of(0xa0), code(FIRST_PIN, pin)))));
    elements.add(
        Tlv.of(
            USIM,
            header(5),
            Tlv.of(Tag.of(0x81), Octets.hex(TEMPLATE + "04")),
            Tlv.of(IMSI_FILE, Tlv.of(CONTENT, imsiFile(imsi)))));
    elements.add(
        Tlv.of(
            AKA,
            header(6),
            Tlv.of(
                PARAMETERS,
                Tlv.of(
                    PARAMETERS,
                    Tlv.of(Tag.of(0x80), Octets.of(aka.algorithm())),
                    Tlv.of(Tag.of(0x81), Octets.of(1)),
                    Tlv.of(Tag.of(0x82), aka.k()),
                    Tlv.of(Tag.of(0x83), aka.opc())))));
    elements.add(phoneBook());
    elements.add(Tlv.of(END, header(8)));
    return new Upp(
        iccid,
        imsi,
        aka,
        Optional.of(pin),
        Optional.of(puk),
        Octets.join(elements.stream().map(Tlv::raw).toList()));
  }

  /// An empty phone book of 250 entries, which makes up most of a usual package.
  private static Tlv phoneBook() {
    byte[] entries = new byte[ENTRIES * ENTRY];
    java.util.Arrays.fill(entries, (byte) 0xff);
    Tlv parameters =
        Tlv.of(
            Tag.of(0x62),
            Tlv.of(Tag.of(0x82), Octets.of(0x42, 0x21, 0, ENTRY, ENTRIES)),
            Tlv.of(CONTENT, Octets.of(0x6f, 0x3a)));
    Tlv commands =
        Tlv.of(
            SEQUENCE,
            Tlv.of(Tag.of(0x80), Octets.of(0x7f, 0x10)),
            parameters,
            Tlv.of(Tag.of(0x81), Octets.of(entries)));
    return Tlv.of(FILES, header(7), Tlv.of(PARAMETERS, commands));
  }

  private static Tlv header(int number) {
    return Tlv.of(
        ELEMENT_HEADER, Tlv.of(Tag.of(0x80), Octets.NONE), Tlv.of(Tag.of(0x81), Octets.of(number)));
  }

  private static Tlv template(int number) {
    return Tlv.of(Tag.of(0x06), Octets.hex(TEMPLATE).then(Octets.of(number)));
  }

  private static Tlv code(int key, String digits) {
    byte[] value = new byte[8];
    java.util.Arrays.fill(value, (byte) 0xff);
    byte[] text = digits.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, value, 0, Math.min(text.length, value.length));
    return Tlv.of(
        SEQUENCE, Tlv.of(Tag.of(0x80), Octets.of(key)), Tlv.of(Tag.of(0x81), Octets.of(value)));
  }

  /// Digits in half bytes, the low one first, filled up with F to ten bytes.
  static Octets swapped(String digits) {
    String padded = digits + "F".repeat(20 - digits.length());
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < padded.length(); i++) {
      hex.append(padded.charAt(i ^ 1));
    }
    return Octets.hex(hex.toString());
  }

  static Octets imsiFile(String imsi) {
    String nibbles = (imsi.length() % 2 == 1 ? "9" : "1") + imsi;
    String even = nibbles.length() % 2 == 0 ? nibbles : nibbles + "F";
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < even.length(); i++) {
      hex.append(even.charAt(i ^ 1));
    }
    Octets digits = Octets.hex(hex.toString());
    return Octets.of(digits.length()).then(digits);
  }
}
