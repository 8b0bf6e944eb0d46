package simwright.euicc;

import java.util.List;
import java.util.Optional;
import simwright.identity.Iccid;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// A profile as the card describes it (SGP.22 clause 5.7.15). What a card leaves out is empty; the
/// standard's defaults are not put in its place.
public record ProfileInfo(
    Optional<Iccid> iccid,
    Optional<Octets> aid,
    Optional<State> state,
    Optional<String> nickname,
    Optional<String> provider,
    Optional<String> name,
    Optional<Icon> icon,
    Optional<ProfileClass> profileClass,
    List<NotificationTarget> notifications,
    Optional<Owner> owner,
    PolicyRules rules,
    Tlv raw) {
  static final Tag STATE = Tag.of(0x9f70);
  static final Tag NICKNAME = Tag.of(0x90);
  static final Tag PROVIDER = Tag.of(0x91);
  static final Tag NAME = Tag.of(0x92);
  static final Tag ICON_TYPE = Tag.of(0x93);
  static final Tag ICON = Tag.of(0x94);
  static final Tag CLASS = Tag.of(0x95);
  static final Tag NOTIFICATIONS = Tag.of(0xb6);
  static final Tag OWNER = Tag.of(0xb7);
  static final Tag RULES = Tag.of(0x99);

  /// Whether the profile is the one in use.
  public enum State {
    DISABLED,
    ENABLED
  }

  /// What a profile is for.
  public enum ProfileClass {
    TEST,
    PROVISIONING,
    OPERATIONAL
  }

  /// A picture, JPEG (0) or PNG (1).
  public record Icon(int type, Octets data) {}

  /// Reads one entry, or the metadata of a package, which has the same elements.
  public static ProfileInfo read(Tlv entry) {
    return new ProfileInfo(
        entry.find(ProfileId.ICCID).map(Digits::iccid),
        entry.find(ProfileId.AID).map(Tlv::value),
        entry.find(STATE).flatMap(tlv -> one(tlv, State.values())),
        entry.find(NICKNAME).map(Asn1::text).filter(text -> !text.isEmpty()),
        entry.find(PROVIDER).map(Asn1::text),
        entry.find(NAME).map(Asn1::text),
        entry
            .find(ICON)
            .map(tlv -> new Icon(entry.find(ICON_TYPE).map(Asn1::integer).orElse(0), tlv.value())),
        entry.find(CLASS).flatMap(tlv -> one(tlv, ProfileClass.values())),
        entry
            .find(NOTIFICATIONS)
            .map(list -> list.children().stream().map(NotificationTarget::read).toList())
            .orElse(List.of()),
        entry.find(OWNER).map(Owner::read),
        entry.find(RULES).map(PolicyRules::read).orElse(PolicyRules.NONE),
        entry);
  }

  /// Whether it is enabled.
  public boolean enabled() {
    return state.filter(State.ENABLED::equals).isPresent();
  }

  /// How to name it: by its ICCID, else by its AID.
  public Optional<ProfileId> id() {
    return iccid.<ProfileId>map(ProfileId.ByIccid::new).or(() -> aid.map(ProfileId.ByAid::new));
  }

  private static <E> Optional<E> one(Tlv tlv, E[] values) {
    int number = Asn1.integer(tlv);
    return number >= 0 && number < values.length ? Optional.of(values[number]) : Optional.empty();
  }
}
