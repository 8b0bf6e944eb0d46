package simwright.euicc;

import java.util.BitSet;
import java.util.EnumSet;
import java.util.Set;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tlv;

/// What a notification tells of (SGP.22 clause 4.1.1.11): the bits of NotificationEvent, the first
/// being install.
public enum NotificationEvent {
  INSTALL,
  ENABLE,
  DISABLE,
  DELETE;

  static Set<NotificationEvent> read(Tlv bits) {
    BitSet set = Asn1.bits(bits);
    Set<NotificationEvent> events = EnumSet.noneOf(NotificationEvent.class);
    for (NotificationEvent each : values()) {
      if (set.get(each.ordinal())) {
        events.add(each);
      }
    }
    return events;
  }

  /// The BIT STRING with this bit alone.
  public Octets bits() {
    BitSet set = new BitSet();
    set.set(ordinal());
    return Asn1.bits(set);
  }
}
