package simwright.quota;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The rules for data: which application or device carries which class, what holds for each class
/// and each profile, when a person is warned, and how often devices are read by themselves (zero
/// for never).
public record DataRules(
    String name,
    String version,
    Map<TrafficClass, ClassRule> classes,
    List<ProfileRule> profiles,
    List<Carrier> apps,
    List<Carrier> devices,
    Warning warning,
    Duration sampling,
    List<Notice> notices,
    String sha256) {
  /// A pattern of applications or devices, and the class of all that they carry.
  public record Carrier(Glob match, TrafficClass carries) {}

  /// From which part of a budget on, and how many hours before the expected end, a person is told.
  public record Warning(int percent, int hoursAhead) {}

  /// What is in force for a profile: its cap, its period, and the rule of each class.
  public record InForce(ProfileRule profile, Map<TrafficClass, ClassRule> classes) {}

  /// The class of what an application carried, `""` being the device as a whole; empty where no
  /// rule says.
  public Optional<TrafficClass> carries(String device, String app) {
    List<Carrier> rules = app.isEmpty() ? devices : apps;
    String who = app.isEmpty() ? device : app;
    return rules.stream().filter(each -> each.match().fits(who)).map(Carrier::carries).findFirst();
  }

  /// The rule of a profile: the first that fits.
  public ProfileRule profile(String profile) {
    return profiles.stream()
        .filter(each -> each.match().fits(profile))
        .findFirst()
        .orElse(ProfileRules.NONE);
  }

  /// What an operator's text tells of a quota, by the first pattern that fits; empty where none
  /// does.
  public Optional<Notice.Told> told(String text) {
    return notices.stream().flatMap(each -> each.read(text).stream()).findFirst();
  }

  /// The same, by the patterns for this operator alone.
  public Optional<Notice.Told> told(String text, String operator) {
    return notices.stream()
        .filter(each -> new Glob(each.operator()).fits(operator))
        .flatMap(each -> each.read(text).stream())
        .findFirst();
  }

  /// What is in force after a device went through these profiles, oldest first: the last one's cap
  /// and period; each class as the last profile rules it that names it.
  public InForce after(List<String> profiles) {
    Map<TrafficClass, ClassRule> now = new EnumMap<>(TrafficClass.class);
    now.putAll(classes);
    ProfileRule last = ProfileRules.NONE;
    for (String each : profiles) {
      last = profile(each);
      now.putAll(last.classes());
    }
    return new InForce(last, Map.copyOf(now));
  }
}
