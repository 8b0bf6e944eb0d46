package simwright.lpa;

import java.util.Optional;
import simwright.device.Snapshot;
import simwright.euicc.ProfileInfo;

/// Whether a profile would roam where the device is, as far as both tell: by the country codes of
/// its owner and of the network that the device is at home in now.
final class Roaming {
  private Roaming() {}

  /// What a person should know of it; empty where the profile is at home, or nothing is known.
  static Optional<String> words(ProfileInfo profile, Snapshot now) {
    Optional<String> here = now.homeCountry();
    return profile
        .owner()
        .filter(owner -> here.filter(country -> !country.equals(owner.plmn().mcc())).isPresent())
        .map(owner ->
            "It roams here: its operator is "
                + owner.plmn()
                + ", and the network here has the country code "
                + here.orElseThrow()
                + ". Roaming may cost more.");
  }
}
