package simwright.sim.server;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileInfo;
import simwright.sim.euicc.Upp;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// A profile that a server has: the package, and what is said of it before it is fetched
/// (StoreMetadata, SGP.22 clause 5.5.3).
public record Offer(
    String name,
    String provider,
    Upp upp,
    ProfileInfo.ProfileClass kind,
    PolicyRules rules,
    Optional<String> plmn,
    List<String> told) {
  private static final int EVENTS = 4;

  public Offer {
    told = List.copyOf(told);
  }

  /// The metadata as it is sent and stored.
  public Tlv metadata() {
    List<Tlv> parts = new ArrayList<>();
    parts.add(Tlv.of(Tag.of(0x5a), iccid()));
    parts.add(Tlv.of(Tag.of(0x91), Asn1.text(provider)));
    parts.add(Tlv.of(Tag.of(0x92), Asn1.text(name)));
    parts.add(Tlv.of(Tag.of(0x95), Octets.of(kind.ordinal())));
    if (!told.isEmpty()) {
      parts.add(Tlv.of(Tag.of(0xb6), told.stream().map(Offer::target).toList()));
    }
    plmn.ifPresent(each -> parts.add(Tlv.of(Tag.of(0xb7), Tlv.of(Tag.of(0x80), network(each)))));
    if (!rules.isEmpty()) {
      parts.add(Tlv.of(Tag.of(0x99), Asn1.bits(rules.bits())));
    }
    return Tlv.of(Tag.of(0xbf25), parts);
  }

  /// Its kind, as an operator may order any one of it: the first word of its name.
  String type() {
    return name.replaceFirst("-.*", "");
  }

  /// The same under another name.
  Offer named(String other) {
    return new Offer(other, provider, upp, kind, rules, plmn, told);
  }

  /// The same as if another operator owned it.
  Offer ownedBy(String other) {
    return new Offer(name, provider, upp, kind, rules, Optional.of(other), told);
  }

  /// The same under policy rules.
  Offer under(PolicyRules other) {
    return new Offer(name, provider, upp, kind, other, plmn, told);
  }

  Octets iccid() {
    String digits = upp.iccid() + "F".repeat(20 - upp.iccid().length());
    StringBuilder swapped = new StringBuilder();
    for (int i = 0; i < digits.length(); i++) {
      swapped.append(digits.charAt(i ^ 1));
    }
    return Octets.hex(swapped.toString());
  }

  /// Told of everything at an address.
  private static Tlv target(String address) {
    BitSet all = new BitSet();
    all.set(0, EVENTS);
    return Tlv.of(
        Tag.of(0x30),
        Tlv.of(Tag.of(0x80), Asn1.bits(all)),
        Tlv.of(Tag.of(0x81), Asn1.text(address)));
  }

  private static Octets network(String plmn) {
    String third = plmn.length() == 6 ? plmn.substring(5) : "F";
    return Octets.hex(
        ""
            + plmn.charAt(1)
            + plmn.charAt(0)
            + third
            + plmn.charAt(2)
            + plmn.charAt(4)
            + plmn.charAt(3));
  }
}
