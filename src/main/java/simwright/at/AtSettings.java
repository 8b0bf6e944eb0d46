package simwright.at;

import java.time.Duration;
import java.util.List;
import java.util.Map;

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

  /// The time allowed for a class.
  public Duration deadline(CommandClass commandClass) {
    return deadlines.getOrDefault(commandClass, commandClass.usual());
  }
}
