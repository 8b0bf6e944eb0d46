package simwright.runbook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import simwright.fault.Fault;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tags;
import simwright.tlv.Tlv;

/// Data objects in words: the tag's name where it stands, and the value by its type.
final class TlvWords {
  private static final int LONGEST = 64;

  private TlvWords() {}

  /// Whether bytes begin with a data object that has a name.
  static boolean named(Octets bytes) {
    try {
      List<Tlv> read = Tlv.readAll(bytes);
      return !read.isEmpty() && Tags.root().in(read.getFirst().tag()).isPresent();
    } catch (Fault noTlv) {
      return false;
    }
  }

  /// The data objects; a fault where the bytes are none.
  static List<Explained> of(Octets bytes) {
    List<Explained> all = new ArrayList<>();
    for (Tlv tlv : Tlv.readAll(bytes)) {
      all.add(one(tlv, Optional.of(Tags.root())));
    }
    return all;
  }

  private static Explained one(Tlv tlv, Optional<Tags> place) {
    Optional<Tags> entry = place.flatMap(here -> here.in(tlv.tag()));
    String name = entry.map(Tags::name).orElseGet(() -> universal(tlv.tag()));
    List<Explained> parts = new ArrayList<>();
    for (Tlv child : tlv.children()) {
      parts.add(one(child, entry));
    }
    String type = entry.map(Tags::type).orElse("-");
    String value = tlv.tag().constructed() ? "" : value(tlv, type);
    return Explained.of(tlv.tag().toString(), value, name)
        .at(entry.map(Tags::clause).orElse(""))
        .with(parts);
  }

  private static String value(Tlv tlv, String type) {
    String kind = type.replaceFirst(":.*$", "");
    List<String> names =
        List.of(type.substring(Math.min(type.length(), kind.length() + 1)).split(","));
    try {
      return switch (kind) {
        case "text" -> quoted(Asn1.text(tlv));
        case "int" -> Asn1.bigInteger(tlv).toString();
        case "bool" -> Asn1.bool(tlv) ? "yes" : "no";
        case "version" -> Asn1.version(tlv);
        case "oid" -> Asn1.oid(tlv);
        case "iccid" -> Asn1.digits(tlv, true);
        case "eid" -> Asn1.digits(tlv, false);
        case "plmn" -> plmn(tlv);
        case "bits" -> bits(Asn1.bits(tlv), names);
        case "enum" -> named(Asn1.integer(tlv), names);
        default -> hex(tlv);
      };
    } catch (Fault ofAnotherType) {
      return hex(tlv);
    }
  }

  private static String quoted(String text) {
    return "\"" + text.replaceAll("\\p{Cntrl}", "?") + "\"";
  }

  private static String hex(Tlv tlv) {
    Octets value = tlv.value();
    return value.length() <= LONGEST
        ? value.hex()
        : value.part(0, LONGEST).hex() + "... (" + value.length() + " bytes)";
  }

  /// Three bytes of swapped digits; the third digit of the network is F where there are two (3GPP
  /// TS 24.008 clause 10.5.1.3).
  private static String plmn(Tlv tlv) {
    String hex = tlv.value().hex();
    if (hex.length() != 6) {
      return hex;
    }
    String third = hex.charAt(2) == 'F' ? "" : hex.substring(2, 3);
    return ""
        + hex.charAt(1)
        + hex.charAt(0)
        + hex.charAt(3)
        + "-"
        + hex.charAt(5)
        + hex.charAt(4)
        + third;
  }

  private static String bits(BitSet set, List<String> names) {
    List<String> said = new ArrayList<>();
    set.stream().forEach(bit -> said.add(bit < names.size() ? names.get(bit) : "bit " + bit));
    return said.isEmpty() ? "none" : String.join(", ", said);
  }

  private static String named(int number, List<String> names) {
    String head = number + "=";
    return names.stream()
        .filter(name -> name.startsWith(head))
        .findFirst()
        .map(name -> number + " " + name.substring(head.length()))
        .orElseGet(() -> Integer.toString(number));
  }

  private static String universal(Tag tag) {
    if (tag.kind() != Tag.Kind.UNIVERSAL) {
      return "a part without a name here";
    }
    return switch (tag.number()) {
      case 1 -> "BOOLEAN";
      case 2 -> "INTEGER";
      case 3 -> "BIT STRING";
      case 4 -> "OCTET STRING";
      case 5 -> "NULL";
      case 6 -> "OBJECT IDENTIFIER";
      case 10 -> "ENUMERATED";
      case 12 -> "UTF8String";
      case 16 -> "SEQUENCE";
      case 17 -> "SET";
      case 19 -> "PrintableString";
      case 23 -> "UTCTime";
      case 24 -> "GeneralizedTime";
      default -> "a part without a name here";
    };
  }
}
