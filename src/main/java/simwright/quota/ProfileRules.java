package simwright.quota;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Rules of profiles that no file has to say.
final class ProfileRules {
  /// For a profile that no rule fits: no cap, roaming unexpected.
  static final ProfileRule NONE =
      new ProfileRule(new Glob("*"), OptionalLong.empty(), Optional.of(1), false, Map.of());

  private ProfileRules() {}
}
