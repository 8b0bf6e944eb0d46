package simwright.tlv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.fault.Fault;
import simwright.fault.FaultCode;

/// One BER-TLV data object with the bytes it was read from, which are what it is written as again:
/// signed objects are relayed, never coded anew. `position` is where it began in what was read.
public final class Tlv {
  private final Tag tag;
  private final Octets raw;
  private final int header;
  private final int position;
  private final List<Tlv> children;

  Tlv(Tag tag, Octets raw, int header, int position, List<Tlv> children) {
    this.tag = tag;
    this.raw = raw;
    this.header = header;
    this.position = position;
    this.children = children;
  }

  /// Reads exactly one data object.
  public static Tlv read(Octets bytes) {
    return TlvReader.one(bytes);
  }

  /// Reads data objects one after the other to the end.
  public static List<Tlv> readAll(Octets bytes) {
    return TlvReader.all(bytes);
  }

  /// A data object that holds a value.
  public static Tlv of(Tag tag, Octets value) {
    if (!tag.constructed()) {
      return written(tag, value, List.of());
    }
    return of(tag, TlvReader.all(value));
  }

  /// A data object that holds these, each as its bytes are.
  public static Tlv of(Tag tag, Tlv... parts) {
    return of(tag, List.of(parts));
  }

  /// A data object that holds these, each as its bytes are.
  public static Tlv of(Tag tag, List<Tlv> parts) {
    if (!tag.constructed()) {
      throw new IllegalArgumentException(tag + " holds a value, not data objects");
    }
    return written(tag, Octets.join(parts.stream().map(Tlv::raw).toList()), List.copyOf(parts));
  }

  private static Tlv written(Tag tag, Octets value, List<Tlv> parts) {
    Octets header = tag.octets().then(TlvWriter.length(value.length()));
    return new Tlv(tag, header.then(value), header.length(), 0, parts);
  }

  /// Its tag.
  public Tag tag() {
    return tag;
  }

  /// All its bytes.
  public Octets raw() {
    return raw;
  }

  /// Tag and length alone, as a bound profile package is cut (SGP.22 clause 2.5.5).
  public Octets header() {
    return raw.part(0, header);
  }

  /// Its value's bytes.
  public Octets value() {
    return raw.from(header);
  }

  /// Where it began in what was read; 0 in one that was made.
  public int position() {
    return position;
  }

  /// The data objects it holds; none where its tag holds a value.
  public List<Tlv> children() {
    return children;
  }

  /// The first in it with this tag.
  public Optional<Tlv> find(Tag wanted) {
    return children.stream().filter(child -> child.tag.equals(wanted)).findFirst();
  }

  /// All in it with this tag.
  public List<Tlv> all(Tag wanted) {
    return children.stream().filter(child -> child.tag.equals(wanted)).toList();
  }

  /// The one that the tags lead to, each inside the one before; a fault where there is none.
  public Tlv get(Tag... path) {
    Tlv at = this;
    for (Tag step : path) {
      Tlv here = at;
      at = here.find(step).orElseThrow(() -> here.fault(TlvCodes.MISSING, "looking for " + step));
    }
    return at;
  }

  /// This and all in it, depth first.
  public List<Tlv> tree() {
    List<Tlv> all = new ArrayList<>();
    all.add(this);
    for (Tlv child : children) {
      all.addAll(child.tree());
    }
    return all;
  }

  /// A fault about this data object; it names tag and position and no content.
  Fault fault(FaultCode code, String doing) {
    return new Fault(code, doing, tag + " at byte " + position);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tlv that && raw.equals(that.raw);
  }

  @Override
  public int hashCode() {
    return raw.hashCode();
  }

  @Override
  public String toString() {
    return tag + ", " + value();
  }
}
