package simwright.sim.euicc;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import simwright.sim.pki.Identity;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// What the card has to tell servers: each under a number that never comes again, signed, kept over
/// resets until somebody says that it was told (SGP.22 clause 3.5).
final class Notifications {
  static final int INSTALL = 0;
  static final int ENABLE = 1;
  static final int DISABLE = 2;
  static final int DELETE = 3;

  private static final Tag METADATA = Tag.of(0xbf2f);
  private static final Tag NUMBER = Tag.of(0x80);
  private static final Tag RESULT = Tag.of(0xbf37);
  private static final Tag DATA = Tag.of(0xbf27);
  private static final Tag SIGNATURE = Tag.of(0x5f37);
  private static final Tag SEQUENCE = Tag.of(0x30);

  private record Kept(int number, int event, Tlv metadata, Tlv signed) {}

  private final Identity card;
  private final Identity maker;
  private final List<Kept> kept = new ArrayList<>();
  private int last;

  Notifications(Identity card, Identity maker) {
    this.card = card;
    this.maker = maker;
  }

  /// Tells every address that wants to know.
  void tell(StoredProfile profile, int event) {
    for (String address : profile.told(event)) {
      Tlv metadata = metadata(event, address, profile.iccid());
      Tlv signed =
          Tlv.of(
              SEQUENCE,
              metadata,
              Tlv.of(SIGNATURE, card.key().sign(metadata.raw())),
              Tlv.read(card.certificate().der()),
              Tlv.read(maker.certificate().der()));
      kept.add(new Kept(last, event, metadata, signed));
    }
  }

  /// Keeps what the loading of a package came to: `rest` follows the metadata.
  Tlv installation(Octets transaction, String address, Octets iccid, Tlv oid, Tlv result) {
    Tlv metadata = metadata(INSTALL, address, iccid);
    Tlv data =
        Tlv.of(
            DATA,
            List.of(
                Tlv.of(Tag.of(0x80), transaction), metadata, oid, Tlv.of(Tag.of(0xa2), result)));
    Tlv signed = Tlv.of(RESULT, data, Tlv.of(SIGNATURE, card.key().sign(data.raw())));
    kept.add(new Kept(last, INSTALL, metadata, signed));
    return signed;
  }

  /// The metadata of all, or of those of one kind.
  List<Tlv> list(Optional<BitSet> only) {
    return kept.stream().filter(each -> matches(each, only)).map(Kept::metadata).toList();
  }

  /// The signed ones: all, of one kind, or one by number.
  List<Tlv> signed(Optional<Integer> number, Optional<BitSet> only) {
    return kept.stream()
        .filter(each -> number.isEmpty() || number.get() == each.number())
        .filter(each -> matches(each, only))
        .map(Kept::signed)
        .toList();
  }

  /// Whether one of this number was there; it is not any more.
  boolean remove(int number) {
    return kept.removeIf(each -> each.number() == number);
  }

  private static boolean matches(Kept each, Optional<BitSet> only) {
    return only.isEmpty() || only.get().get(each.event());
  }

  private Tlv metadata(int event, String address, Octets iccid) {
    last++;
    BitSet bits = new BitSet();
    bits.set(event);
    List<Tlv> parts =
        new ArrayList<>(
            List.of(
                Tlv.of(NUMBER, Asn1.integer(last)),
                Tlv.of(Tag.of(0x81), Asn1.bits(bits)),
                Tlv.of(Tag.of(0x0c), Asn1.text(address))));
    if (!iccid.isEmpty()) {
      parts.add(Tlv.of(StoredProfile.ICCID, iccid));
    }
    return Tlv.of(METADATA, parts);
  }
}
