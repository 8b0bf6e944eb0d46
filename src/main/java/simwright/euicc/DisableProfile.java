package simwright.euicc;

import simwright.tlv.Tag;
import simwright.tlv.Tlv;

/// ES10c.DisableProfile (SGP.22 clause 5.7.17): disables a profile. With `refresh` the card asks
/// the device to read it anew (91xx), and the switch takes effect then. Results: 0 done, 1 not
/// found, 2 not enabled, 3 forbidden by policy, 5 toolkit busy, 127 undefined; of version 3: 7 not
/// executable, 9 and 10 remote management (sources differ).
public record DisableProfile(ProfileId profile, boolean refresh)
    implements CardRequest<ResultCode> {
  private static final Tag TAG = Tag.of(0xbf32);

  @Override
  public String function() {
    return "ES10c.DisableProfile";
  }

  @Override
  public Tlv request() {
    return EnableProfile.switching(TAG, profile, refresh);
  }

  @Override
  public ResultCode answer(Tlv answer) {
    return ResultCode.of("disable-profile", answer);
  }
}
