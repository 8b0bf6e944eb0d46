package simwright.euicc;

import simwright.tlv.Octets;
import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10c.EnableProfile (SGP.22 clause 5.7.16): switches to a profile; the one enabled before is
/// disabled. With `refresh` the card asks the device to read it anew (91xx), and the switch takes
/// effect then. Results: 0 done, 1 not found, 2 not disabled, 3 forbidden by policy, 4 wrong
/// profile after a test profile, 5 toolkit busy, 127 undefined; of version 3: 6 enterprise rule, 7
/// not executable, 9 remote management, 10 no port free; of SGP.32: 20 no way back.
public record EnableProfile(ProfileId profile, boolean refresh) implements CardRequest<ResultCode> {
  private static final Tag TAG = Tag.of(0xbf31);
  private static final Tag CHOICE = Tag.of(0xa0);
  private static final Tag REFRESH = Tag.of(0x81);

  @Override
  public String function() {
    return "ES10c.EnableProfile";
  }

  @Override
  public Tlv request() {
    return switching(TAG, profile, refresh);
  }

  /// What switching to a profile and away from one ask alike, under the tag of either.
  static Tlv switching(Tag tag, ProfileId profile, boolean refresh) {
    return Tlv.of(
        tag,
        Tlv.of(CHOICE, profile.tlv()),
        Tlv.of(REFRESH, refresh ? Octets.of(0xff) : Octets.of(0)));
  }

  @Override
  public ResultCode answer(Tlv answer) {
    return ResultCode.of("enable-profile", answer);
  }
}
