package simwright.at;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import simwright.hardware.HardwareProfile;

/// What the hardware profile says about the conversation: times by command class, the shortest gap
/// between commands, and the patterns of commands never to send or to confirm first.
public record AtSettings(
    Map<CommandClass, Duration> deadlines,
    Duration gap,
    List<String> neverSend,
    List<String> confirmFirst) {
  /// The usual times and no rules beside the built-in ones.
  public static final AtSettings USUAL =
      new AtSettings(Map.of(), Duration.ZERO, List.of(), List.of());

  /// What a hardware profile says; a class of commands that it does not name has the usual time.
  public static AtSettings of(HardwareProfile profile) {
    Map<CommandClass, Duration> times = new EnumMap<>(CommandClass.class);
    for (CommandClass each : CommandClass.values()) {
      Duration own = profile.deadlines().get(each.key());
      times.put(each, own == null ? each.usual() : own);
    }
    return new AtSettings(
        times, profile.serial().gap(), profile.neverSend(), profile.confirmFirst());
  }

  /// The time allowed for a class.
  public Duration deadline(CommandClass commandClass) {
    return deadlines.getOrDefault(commandClass, commandClass.usual());
  }
}
