package simwright.tlv;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import simwright.fault.Fault;

/// The few ASN.1 types that SGP.22 uses, read from and written to values (X.690 clause 8): INTEGER,
/// BOOLEAN, BIT STRING with named bits, UTF8String, OBJECT IDENTIFIER, SGP.22's VersionType, and
/// digits in half bytes.
public final class Asn1 {
  private static final int LONGEST_ARC = 16;

  private Asn1() {}

  /// An INTEGER that fits an int.
  public static int integer(Tlv tlv) {
    BigInteger value = bigInteger(tlv);
    if (value.bitLength() > 31) {
      throw wrong(tlv);
    }
    return value.intValue();
  }

  /// An INTEGER of any size up to 64 bytes.
  public static BigInteger bigInteger(Tlv tlv) {
    Octets value = tlv.value();
    if (value.isEmpty() || value.length() > 64) {
      throw wrong(tlv);
    }
    return new BigInteger(value.toArray());
  }

  /// An INTEGER's value in the fewest bytes.
  public static Octets integer(long value) {
    return Octets.of(BigInteger.valueOf(value).toByteArray());
  }

  /// A BOOLEAN; BER takes every byte but 0 as true.
  public static boolean bool(Tlv tlv) {
    if (tlv.value().length() != 1) {
      throw wrong(tlv);
    }
    return tlv.value().at(0) != 0;
  }

  /// The bits of a BIT STRING that are set; bit 0 is the first and the highest of its byte.
  public static BitSet bits(Tlv tlv) {
    Octets value = tlv.value();
    if (value.isEmpty() || value.at(0) > 7 || (value.length() == 1 && value.at(0) != 0)) {
      throw wrong(tlv);
    }
    BitSet bits = new BitSet();
    int count = (value.length() - 1) * 8 - value.at(0);
    for (int bit = 0; bit < count; bit++) {
      bits.set(bit, (value.at(1 + bit / 8) & 0x80 >> bit % 8) != 0);
    }
    return bits;
  }

  /// The value of a BIT STRING with named bits: trailing zeros are left out (X.690 clause 11.2.2).
  public static Octets bits(BitSet bits) {
    int bytes = (bits.length() + 7) / 8;
    int[] value = new int[bytes + 1];
    value[0] = bytes * 8 - bits.length();
    bits.stream().forEach(bit -> value[1 + bit / 8] |= 0x80 >> bit % 8);
    return Octets.of(value);
  }

  /// A UTF8String; what is not UTF-8 is a fault.
  public static String text(Tlv tlv) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(tlv.value().toArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw wrong(tlv);
    }
  }

  /// A UTF8String's value.
  public static Octets text(String text) {
    return Octets.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /// An OBJECT IDENTIFIER in dots; arcs beyond 16 bytes are a fault.
  public static String oid(Tlv tlv) {
    Octets value = tlv.value();
    if (value.isEmpty() || (value.at(value.length() - 1) & 0x80) != 0) {
      throw wrong(tlv);
    }
    List<String> arcs = new ArrayList<>();
    BigInteger arc = BigInteger.ZERO;
    int taken = 0;
    for (int i = 0; i < value.length(); i++) {
      if (++taken > LONGEST_ARC || (taken == 1 && value.at(i) == 0x80)) {
        throw wrong(tlv);
      }
      arc = arc.shiftLeft(7).or(BigInteger.valueOf(value.at(i) & 0x7f));
      if ((value.at(i) & 0x80) == 0) {
        if (arcs.isEmpty()) {
          int root = Math.min(2, arc.min(BigInteger.valueOf(80)).intValue() / 40);
          arcs.add(Integer.toString(root));
          arc = arc.subtract(BigInteger.valueOf(40L * root));
        }
        arcs.add(arc.toString());
        arc = BigInteger.ZERO;
        taken = 0;
      }
    }
    return String.join(".", arcs);
  }

  /// The value of an OBJECT IDENTIFIER.
  public static Octets oid(String dotted) {
    List<BigInteger> arcs = new ArrayList<>();
    for (String arc : dotted.split("\\.", -1)) {
      arcs.add(new BigInteger(arc));
    }
    BigInteger first = arcs.removeFirst().multiply(BigInteger.valueOf(40)).add(arcs.getFirst());
    arcs.set(0, first);
    List<Octets> parts = new ArrayList<>();
    for (BigInteger arc : arcs) {
      int groups = Math.max(1, (arc.bitLength() + 6) / 7);
      int[] bytes = new int[groups];
      for (int i = 0; i < groups; i++) {
        int seven = arc.shiftRight(7 * (groups - 1 - i)).intValue() & 0x7f;
        bytes[i] = i == groups - 1 ? seven : 0x80 | seven;
      }
      parts.add(Octets.of(bytes));
    }
    return Octets.join(parts);
  }

  /// SGP.22's VersionType, three bytes: `2.2.2`.
  public static String version(Tlv tlv) {
    Octets value = tlv.value();
    if (value.length() != 3) {
      throw wrong(tlv);
    }
    return value.at(0) + "." + value.at(1) + "." + value.at(2);
  }

  /// The half bytes as digits, the high one first as in an EID, or the low one first as in an
  /// ICCID, to the padding F; other half bytes are a fault.
  public static String digits(Tlv tlv, boolean lowFirst) {
    String hex = tlv.value().hex();
    StringBuilder digits = new StringBuilder(hex.length());
    for (int i = 0; i < hex.length(); i++) {
      digits.append(hex.charAt(lowFirst ? i ^ 1 : i));
    }
    String read = digits.toString().replaceFirst("F+$", "");
    if (read.isEmpty() || !read.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw wrong(tlv);
    }
    return read;
  }

  private static Fault wrong(Tlv tlv) {
    return tlv.fault(TlvCodes.VALUE, "reading a value");
  }
}
