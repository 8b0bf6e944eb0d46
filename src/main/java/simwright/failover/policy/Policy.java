package simwright.failover.policy;

import java.util.List;
import java.util.Optional;

/// Which profile is chosen where and when. `assumed` is the country code of where the device is
/// taken to be as long as nothing has told it.
public record Policy(
    String name,
    String about,
    Optional<String> assumed,
    List<Region> regions,
    List<Sign> signs,
    Holds holds,
    int perHour,
    int perDay,
    Keep keep,
    List<Rule> rules) {
  public Policy {
    regions = List.copyOf(regions);
    signs = List.copyOf(signs);
    rules = List.copyOf(rules);
  }

  /// The sign of a trigger, where the policy heeds it.
  public Optional<Sign> sign(Trigger trigger) {
    return signs.stream().filter(each -> each.trigger() == trigger).findFirst();
  }

  /// The region of a mobile country code: the first that has it.
  public Optional<Region> region(String mcc) {
    return regions.stream().filter(each -> each.country(mcc).isPresent()).findFirst();
  }

  /// The region of a name.
  public Optional<Region> named(String region) {
    return regions.stream().filter(each -> each.name().equals(region)).findFirst();
  }

  /// The bytes that a profile must have left to be chosen.
  public long bytesNeeded(boolean fallback) {
    return fallback ? keep.fallbackBytesLeft() : keep.bytesLeft();
  }

  /// Where no region knows a country, a person is asked before anything roams.
  public RoamingRule roaming(Optional<String> mcc) {
    return mcc.flatMap(this::region).map(Region::roaming).orElse(RoamingRule.ASK);
  }
}
