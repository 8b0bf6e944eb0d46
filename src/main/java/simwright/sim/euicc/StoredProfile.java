package simwright.sim.euicc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.euicc.PolicyRules;
import simwright.euicc.ProfileInfo;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// A profile in the card's memory: what came with it, the package itself, and what has become of it
/// since. `size` is what it takes of the memory, in bytes.
final class StoredProfile {
  static final Tag ICCID = Tag.of(0x5a);
  static final Tag AID = Tag.of(0x4f);
  private static final Tag STATE = Tag.of(0x9f70);
  private static final Tag NICKNAME = Tag.of(0x90);
  private static final Tag TARGETS = Tag.of(0xb6);
  private static final Tag ENTRY = Tag.of(0xe3);
  private static final List<Tag> USUAL =
      List.of(
          ICCID,
          AID,
          STATE,
          NICKNAME,
          Tag.of(0x91),
          Tag.of(0x92),
          Tag.of(0x93),
          Tag.of(0x94),
          Tag.of(0x95));

  private final Octets aid;
  private final Tlv metadata;
  private final Upp upp;
  private final int size;
  private boolean enabled;
  private String nickname = "";

  StoredProfile(Octets aid, Tlv metadata, Upp upp, int size) {
    this.aid = aid;
    this.metadata = metadata;
    this.upp = upp;
    this.size = size;
  }

  Octets aid() {
    return aid;
  }

  Octets iccid() {
    return metadata.get(ICCID).value();
  }

  Upp upp() {
    return upp;
  }

  int size() {
    return size;
  }

  boolean enabled() {
    return enabled;
  }

  void enabled(boolean now) {
    enabled = now;
  }

  void nickname(String text) {
    nickname = text;
  }

  ProfileInfo info() {
    return ProfileInfo.read(metadata);
  }

  PolicyRules rules() {
    return info().rules();
  }

  ProfileInfo.ProfileClass kind() {
    return info().profileClass().orElse(ProfileInfo.ProfileClass.OPERATIONAL);
  }

  boolean is(Tlv id) {
    return id.tag().equals(ICCID) ? id.value().equals(iccid()) : id.value().equals(aid);
  }

  /// The addresses that are told of an event, by its bit.
  List<String> told(int event) {
    return metadata
        .find(TARGETS)
        .map(targets ->
            targets.children().stream()
                .filter(each -> Asn1.bits(each.get(Tag.of(0x80))).get(event))
                .map(each -> Asn1.text(each.get(Tag.of(0x81))))
                .toList())
        .orElse(List.of());
  }

  /// Its entry in a list, with the elements asked for.
  Tlv entry(List<Tag> wanted) {
    List<Tlv> parts = new ArrayList<>();
    for (Tag tag : wanted.isEmpty() ? USUAL : wanted) {
      element(tag).ifPresent(parts::add);
    }
    return Tlv.of(ENTRY, parts);
  }

  private Optional<Tlv> element(Tag tag) {
    if (tag.equals(AID)) {
      return Optional.of(Tlv.of(AID, aid));
    }
    if (tag.equals(STATE)) {
      return Optional.of(Tlv.of(STATE, Octets.of(enabled ? 1 : 0)));
    }
    if (tag.equals(NICKNAME)) {
      return nickname.isEmpty()
          ? Optional.empty()
          : Optional.of(Tlv.of(NICKNAME, Asn1.text(nickname)));
    }
    return metadata.find(tag);
  }
}
