package simwright.euicc;

import java.util.Optional;
import simwright.tlv.Asn1;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// An eIM that a card takes orders from (SGP.32 clause 2.11.1.1, EimConfigurationData): its
/// identifier, its address where the card was told one, and the number of its last order.
public record EimConfiguration(String id, Optional<String> address, long counter, Tlv raw) {
  private static final Tag ID = Tag.of(0x80);
  private static final Tag ADDRESS = Tag.of(0x81);
  private static final Tag COUNTER = Tag.of(0x83);

  static EimConfiguration read(Tlv entry) {
    return new EimConfiguration(
        Asn1.text(entry.get(ID)),
        entry.find(ADDRESS).map(Asn1::text).filter(text -> !text.isEmpty()),
        entry.find(COUNTER).map(Asn1::bigInteger).map(Number::longValue).orElse(0L),
        entry);
  }
}
