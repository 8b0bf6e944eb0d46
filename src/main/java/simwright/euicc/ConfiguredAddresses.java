package simwright.euicc;

import java.util.List;
import java.util.Optional;
import simwright.tlv.Asn1;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// The addresses a card is configured with: a default SM-DP+ where one is set, the root SM-DS, and
/// further ones that version 3 cards name.
public record ConfiguredAddresses(
    Optional<String> defaultSmdp, Optional<String> rootSmds, List<String> furtherSmds) {
  private static final Tag SMDP = Tag.of(0x80);
  private static final Tag SMDS = Tag.of(0x81);
  private static final Tag FURTHER = Tag.of(0xa2);

  static ConfiguredAddresses read(Tlv tlv) {
    return new ConfiguredAddresses(
        text(tlv, SMDP),
        text(tlv, SMDS),
        tlv.find(FURTHER)
            .map(list -> list.all(Tag.of(0x82)).stream().map(Asn1::text).toList())
            .orElse(List.of()));
  }

  private static Optional<String> text(Tlv tlv, Tag tag) {
    return tlv.find(tag).map(Asn1::text).filter(text -> !text.isEmpty());
  }
}
