package simwright.hardware;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of a device family, as data: how to recognise it, which commands to try in which
/// order, how long they may take, what never to send, and how the simulator plays it.
public record HardwareProfile(
    String name,
    String maker,
    List<String> models,
    Identify identify,
    List<UsbRow> usb,
    Serial serial,
    Map<String, List<String>> commands,
    Map<String, Duration> deadlines,
    List<String> readyUrcs,
    int firstContext,
    List<String> neverSend,
    List<String> confirmFirst,
    List<Quirk> quirks,
    Optional<Simulator> simulator) {
  /// Regular expressions that the answers to +CGMI and +CGMM must begin with; empty ones match
  /// everything.
  public record Identify(String manufacturer, String model) {}

  /// One USB composition: ids of four lower-case hex digits, the interface numbers with their
  /// roles.
  public record UsbRow(String vid, String pid, String mode, Map<Integer, String> interfaces) {}

  /// The serial line: bits per second, whether DTR must be raised, the shortest gap between
  /// commands.
  public record Serial(int baud, boolean dtr, Duration gap) {}

  /// A habit that differs from the standard; `evidence` is recorded, reported or assumed.
  public record Quirk(String id, String text, String evidence) {}

  /// How the simulator plays this family: the names it is offered under, what identity commands
  /// answer, the echo's shape, and what it says when it starts.
  public record Simulator(
      List<String> devices,
      String manufacturer,
      String model,
      String revision,
      String tac,
      List<String> bootLines,
      Duration boot,
      boolean echoReturnOnly) {}

  /// The commands of a slot in the order to try, such as `iccid`; none when the family has none.
  public List<String> slot(String slot) {
    return commands.getOrDefault(slot, List.of());
  }
}
