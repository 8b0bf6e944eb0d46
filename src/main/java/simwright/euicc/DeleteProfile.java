package simwright.euicc;

import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10c.DeleteProfile (SGP.22 clause 5.7.18): takes a disabled profile off the card for good.
/// Results: 0 done, 1 not found, 2 not disabled, 3 forbidden by policy, 127 undefined; of SGP.32:
/// 20 no way back, 21 the profile to fall back on.
public record DeleteProfile(ProfileId profile) implements CardRequest<ResultCode> {
  private static final Tag TAG = Tag.of(0xbf33);

  @Override
  public String function() {
    return "ES10c.DeleteProfile";
  }

  @Override
  public Tlv request() {
    return Tlv.of(TAG, profile.tlv());
  }

  @Override
  public ResultCode answer(Tlv answer) {
    return ResultCode.of("delete-profile", answer);
  }
}
