package simwright.euicc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.fault.Fault;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// A profile package bound to one card and one session (SGP.22 clause 2.5.4), and the segments it
/// is sent in (clause 2.5.5), each of which is a STORE DATA chain of its own.
public final class BoundProfilePackage {
  /// Its tag.
  public static final Tag TAG = Tag.of(0xbf36);

  private static final Tag INITIALISE = Tag.of(0xbf23);
  private static final Tag CONFIGURE = Tag.of(0xa0);
  private static final Tag METADATA = Tag.of(0xa1);
  private static final Tag KEYS = Tag.of(0xa2);
  private static final Tag ELEMENTS = Tag.of(0xa3);
  private static final Tag S87 = Tag.of(0x87);
  private static final Tag S88 = Tag.of(0x88);
  private static final Tag S86 = Tag.of(0x86);

  private final Tlv raw;

  private BoundProfilePackage(Tlv raw) {
    this.raw = raw;
  }

  /// Reads it and holds it to the order of the standard.
  public static BoundProfilePackage read(Octets bytes) {
    Tlv tlv = Tlv.read(bytes);
    List<Tag> order = tlv.children().stream().map(Tlv::tag).toList();
    boolean whole =
        tlv.tag().equals(TAG)
            && (order.equals(List.of(INITIALISE, CONFIGURE, METADATA, ELEMENTS))
                || order.equals(List.of(INITIALISE, CONFIGURE, METADATA, KEYS, ELEMENTS)));
    if (!whole
        || !holds(tlv.get(CONFIGURE), S87)
        || !holds(tlv.get(METADATA), S88)
        || !holds(tlv.get(ELEMENTS), S86)
        || !tlv.find(KEYS).map(keys -> holds(keys, S87)).orElse(true)) {
      throw new Fault(EuiccCodes.PACKAGE, "reading a bound profile package", tlv.tag().toString());
    }
    return new BoundProfilePackage(tlv);
  }

  /// The whole package as it came.
  public Tlv raw() {
    return raw;
  }

  /// What the server signed of the session (InitialiseSecureChannel).
  public Tlv initialise() {
    return raw.get(INITIALISE);
  }

  /// The 88 segments, which carry the metadata in the clear, each with its MAC.
  public List<Tlv> metadataSegments() {
    return raw.get(METADATA).children();
  }

  /// The segments in the order they are sent.
  public List<Octets> segments() {
    List<Octets> segments = new ArrayList<>();
    segments.add(raw.header().then(initialise().raw()));
    first(raw.get(CONFIGURE), segments);
    segments.add(raw.get(METADATA).header());
    raw.get(METADATA).children().forEach(each -> segments.add(each.raw()));
    Optional<Tlv> keys = raw.find(KEYS);
    keys.ifPresent(each -> first(each, segments));
    segments.add(raw.get(ELEMENTS).header());
    raw.get(ELEMENTS).children().forEach(each -> segments.add(each.raw()));
    return segments;
  }

  /// The header goes with the first of what it holds.
  private static void first(Tlv around, List<Octets> segments) {
    segments.add(around.header().then(around.children().getFirst().raw()));
    around.children().stream().skip(1).forEach(each -> segments.add(each.raw()));
  }

  private static boolean holds(Tlv around, Tag tag) {
    return !around.children().isEmpty()
        && around.children().stream().allMatch(each -> each.tag().equals(tag));
  }
}
