package simwright.euicc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import simwright.tlv.Asn1;
import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10c.GetProfilesInfo (SGP.22 clause 5.7.15): all profiles or one, with the elements that `tags`
/// names, else the card's default. Results: 1 incorrect input, 11 a change is under way, 127
/// undefined.
public record GetProfilesInfo(Optional<ProfileId> one, List<Tag> tags)
    implements CardRequest<List<ProfileInfo>> {
  /// Every element that a version 2 card knows.
  public static final List<Tag> EVERYTHING =
      List.of(
          ProfileId.ICCID,
          ProfileId.AID,
          ProfileInfo.STATE,
          ProfileInfo.NICKNAME,
          ProfileInfo.PROVIDER,
          ProfileInfo.NAME,
          ProfileInfo.ICON_TYPE,
          ProfileInfo.ICON,
          ProfileInfo.CLASS,
          ProfileInfo.NOTIFICATIONS,
          ProfileInfo.OWNER,
          ProfileInfo.RULES);

  private static final Tag TAG = Tag.of(0xbf2d);
  private static final Tag SEARCH = Tag.of(0xa0);
  private static final Tag TAG_LIST = Tag.of(0x5c);
  private static final Tag LIST = Tag.of(0xa0);
  private static final Tag ENTRY = Tag.of(0xe3);
  private static final Tag ERROR = Tag.of(0x81);

  /// All profiles with the card's default elements.
  public static GetProfilesInfo all() {
    return new GetProfilesInfo(Optional.empty(), List.of());
  }

  @Override
  public String function() {
    return "ES10c.GetProfilesInfo";
  }

  @Override
  public Tlv request() {
    List<Tlv> parts = new ArrayList<>();
    one.ifPresent(id -> parts.add(Tlv.of(SEARCH, id.tlv())));
    if (!tags.isEmpty()) {
      parts.add(Tlv.of(TAG_LIST, Octets.join(tags.stream().map(Tag::octets).toList())));
    }
    return Tlv.of(TAG, parts);
  }

  @Override
  public List<ProfileInfo> answer(Tlv answer) {
    Optional<Tlv> error = answer.find(ERROR);
    if (error.isPresent()) {
      throw new ResultCode("get-profiles-info", Asn1.integer(error.get()))
          .fault("reading the profiles");
    }
    return answer.get(LIST).all(ENTRY).stream().map(ProfileInfo::read).toList();
  }
}
