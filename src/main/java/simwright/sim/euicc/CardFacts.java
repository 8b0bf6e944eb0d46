package simwright.sim.euicc;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import simwright.rsp.trust.Certificate;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// What the card says of itself: EuiccInfo1 and 2, its addresses, its rules authorisation table
/// (SGP.22 clauses 5.7.3, 5.7.8, 5.7.22).
final class CardFacts {
  private static final Octets VERSION = Octets.of(2, 2, 2);
  private static final Octets PROFILE_VERSION = Octets.of(2, 3, 1);
  private static final Octets FIRMWARE = Octets.of(1, 0, 0);
  private static final int VOLATILE = 9216;

  private final CardMemory memory;

  CardFacts(CardMemory memory) {
    this.memory = memory;
  }

  Tlv info1() {
    return Tlv.of(Tag.of(0xbf20), List.of(Tlv.of(Tag.of(0x82), VERSION), roots(0xa9), roots(0xaa)));
  }

  Tlv info2() {
    List<Tlv> parts = new ArrayList<>();
    parts.add(Tlv.of(Tag.of(0x81), PROFILE_VERSION));
    parts.add(Tlv.of(Tag.of(0x82), VERSION));
    parts.add(Tlv.of(Tag.of(0x83), FIRMWARE));
    parts.add(
        Tlv.of(
            Tag.of(0x84),
            Octets.join(
                List.of(
                    Tlv.of(Tag.of(0x81), Octets.of(memory.profiles().size())).raw(),
                    Tlv.of(Tag.of(0x82), number(memory.free())).raw(),
                    Tlv.of(Tag.of(0x83), number(VOLATILE)).raw()))));
    parts.add(Tlv.of(Tag.of(0x85), bits(1, 2, 4, 5, 8)));
    parts.add(Tlv.of(Tag.of(0x86), Octets.of(3, 3, 0)));
    parts.add(Tlv.of(Tag.of(0x87), Octets.of(2, 3, 0)));
    parts.add(Tlv.of(Tag.of(0x88), bits(0, 2)));
    parts.add(roots(0xa9));
    parts.add(roots(0xaa));
    parts.add(Tlv.of(Tag.of(0x8b), Octets.of(2)));
    parts.add(Tlv.of(Tag.of(0x04), Octets.of(1, 0, 0)));
    parts.add(Tlv.of(Tag.of(0x0c), Asn1.text("SW-BENCH-UP-0001")));
    return Tlv.of(Tag.of(0xbf22), parts);
  }

  Tlv addresses() {
    List<Tlv> parts = new ArrayList<>();
    if (!memory.defaultServer().isEmpty()) {
      parts.add(Tlv.of(Tag.of(0x80), Asn1.text(memory.defaultServer())));
    }
    parts.add(Tlv.of(Tag.of(0x81), Asn1.text(memory.made().rootSmds())));
    return Tlv.of(Tag.of(0xbf3c), parts);
  }

  /// The eIM that an eUICC of SGP.32 is managed by (SGP.32 clause 5.9.18).
  Tlv managers() {
    Tlv manager =
        Tlv.of(
            Tag.of(0x30),
            Tlv.of(Tag.of(0x80), Asn1.text("2.999.20")),
            Tlv.of(Tag.of(0x81), Asn1.text("eim.simwright.test")),
            Tlv.of(Tag.of(0x82), Octets.of(1)),
            Tlv.of(Tag.of(0x83), Octets.of(7)));
    return Tlv.of(Tag.of(0xbf55), Tlv.of(Tag.of(0xa0), manager));
  }

  /// The certificates of card and maker, which an eIM asks for (SGP.32 clause 5.9.10).
  Tlv certificates() {
    return Tlv.of(
        Tag.of(0xbf56),
        Tlv.of(
            Tag.of(0xa0),
            Tlv.of(Tag.of(0xa5), Tlv.read(memory.maker().certificate().der()).children()),
            Tlv.of(Tag.of(0xa6), Tlv.read(memory.card().certificate().der()).children())));
  }

  Tlv authorisationTable() {
    List<Tlv> rows = new ArrayList<>();
    for (CardMaking.Allowed row : memory.made().allowed()) {
      rows.add(
          Tlv.of(
              Tag.of(0x30),
              Tlv.of(Tag.of(0x80), Asn1.bits(row.rules().bits())),
              Tlv.of(Tag.of(0xa1), row.owners().stream().map(AllowedOwner::written).toList()),
              Tlv.of(Tag.of(0x82), row.consent() ? bits(0) : Octets.of(0))));
    }
    return Tlv.of(Tag.of(0xbf43), Tlv.of(Tag.of(0xa0), rows));
  }

  private Tlv roots(int tag) {
    return Tlv.of(
        Tag.of(tag),
        memory.roots().stream()
            .map(Certificate::keyId)
            .map(id -> Tlv.of(Tag.of(0x04), id))
            .toList());
  }

  private static Octets number(int value) {
    return Octets.of(value >> 24, value >> 16, value >> 8, value);
  }

  private static Octets bits(int... set) {
    BitSet bits = new BitSet();
    for (int bit : set) {
      bits.set(bit);
    }
    return Asn1.bits(bits);
  }
}
