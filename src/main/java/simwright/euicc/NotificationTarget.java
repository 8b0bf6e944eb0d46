package simwright.euicc;

import java.util.Set;
import simwright.tlv.Asn1;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// Which events of a profile are to be told to which address (SGP.22 clause 4.4,
/// NotificationConfigurationInformation).
public record NotificationTarget(Set<NotificationEvent> events, String address) {
  static NotificationTarget read(Tlv tlv) {
    return new NotificationTarget(
        NotificationEvent.read(tlv.get(Tag.of(0x80))), Asn1.text(tlv.get(Tag.of(0x81))));
  }
}
