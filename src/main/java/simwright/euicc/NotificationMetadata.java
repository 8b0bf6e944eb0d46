package simwright.euicc;

import java.util.Optional;
import java.util.Set;
import simwright.identity.Iccid;
import simwright.tlv.Asn1;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// What a notification is about (SGP.22 clause 4.1.1.11): its number, unique on the card for ever,
/// the event, where it must be told, and the profile.
public record NotificationMetadata(
    int number, Set<NotificationEvent> events, String address, Optional<Iccid> iccid) {
  /// Its tag.
  public static final Tag TAG = Tag.of(0xbf2f);

  static final Tag NUMBER = Tag.of(0x80);
  static final Tag EVENT = Tag.of(0x81);
  static final Tag ADDRESS = Tag.of(0x0c);

  /// Reads it.
  public static NotificationMetadata read(Tlv tlv) {
    return new NotificationMetadata(
        Asn1.integer(tlv.get(NUMBER)),
        NotificationEvent.read(tlv.get(EVENT)),
        Asn1.text(tlv.get(ADDRESS)),
        tlv.find(ProfileId.ICCID).map(Digits::iccid));
  }
}
