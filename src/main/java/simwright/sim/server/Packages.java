package simwright.sim.server;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import simwright.sim.euicc.ProtectedSegments;
import simwright.sim.euicc.SessionKeys;
import simwright.sim.pki.Identity;
import simwright.sim.pki.SigningKey;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// Binds profile packages to a card's session (SGP.22 clauses 2.5.3, 2.5.4), cut so that a segment
/// fits four APDUs.
final class Packages {
  /// 1020 bytes less MAC, padding, tag and length.
  static final int PLAIN = 1007;

  /// The same for segments of 1036 bytes.
  static final int LONG_PLAIN = 1020;

  private static final Octets HOST = Asn1.text("simwright-bench");
  private static final Tag POINT = Tag.of(0x5f49);
  private static final Tag S86 = Tag.of(0x86);
  private static final Tag S87 = Tag.of(0x87);
  private static final Tag S88 = Tag.of(0x88);

  private Packages() {}

  /// For the card of this EID and one-time key, with so many bytes of the package in a segment.
  static Octets bind(
      Offer offer,
      Octets transaction,
      Octets cardPoint,
      Octets eid,
      Identity binder,
      int plain,
      SecureRandom random) {
    SigningKey key = SigningKey.make(random);
    Tlv operation = Tlv.of(Tag.of(0x82), Octets.of(1));
    Tlv id = Tlv.of(Tag.of(0x80), transaction);
    Tlv crt =
        Tlv.of(
            Tag.of(0xa6),
            Tlv.of(Tag.of(0x80), Octets.of(0x88)),
            Tlv.of(Tag.of(0x81), Octets.of(0x10)),
            Tlv.of(Tag.of(0x84), HOST));
    Tlv point = Tlv.of(POINT, key.point());
    Octets message =
        Octets.join(
            List.of(
                operation.raw(), id.raw(), crt.raw(), point.raw(), Tlv.of(POINT, cardPoint).raw()));
    Tlv initialise =
        Tlv.of(
            Tag.of(0xbf23),
            operation,
            id,
            crt,
            point,
            Tlv.of(Tag.of(0x5f37), binder.key().sign(message)));
    ProtectedSegments channel =
        new ProtectedSegments(SessionKeys.derive(key.agree(cardPoint), HOST, eid));
    Tlv configure = Tlv.of(Tag.of(0xa0), channel.wrap(S87, Octets.hex("BF2400")));
    Tlv metadata = Tlv.of(Tag.of(0xa1), wrapped(channel, S88, offer.metadata().raw(), plain));
    Tlv elements = Tlv.of(Tag.of(0xa3), wrapped(channel, S86, offer.upp().bytes(), plain));
    return Tlv.of(Tag.of(0xbf36), initialise, configure, metadata, elements).raw();
  }

  private static List<Tlv> wrapped(ProtectedSegments channel, Tag tag, Octets bytes, int plain) {
    List<Tlv> all = new ArrayList<>();
    for (int at = 0; at < bytes.length(); at += plain) {
      all.add(channel.wrap(tag, bytes.part(at, Math.min(bytes.length(), at + plain))));
    }
    return all;
  }
}
