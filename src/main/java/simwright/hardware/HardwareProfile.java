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
      boolean echoReturnOnly,
      Habits habits) {}

  /// How a simulated modem differs from the next: its card slots; the shortest and longest operator
  /// scan; how long the card is busy after a start; what answers late (beginnings of commands); its
  /// carrier configuration (`mbn`, `umnoprof` or none); whether it sleeps in PSM; whether it is
  /// mute without DTR.
  public record Habits(
      int slots,
      List<Duration> scan,
      Duration cardBusy,
      Map<String, Duration> late,
      String carrier,
      boolean powerSaving,
      boolean dtrRequired) {
    /// Those of a modem whose profile names none.
    public static final Habits USUAL =
        new Habits(
            1,
            List.of(Duration.ofSeconds(60), Duration.ofSeconds(180)),
            Duration.ofSeconds(2),
            Map.of(),
            "",
            false,
            false);
  }

  /// The commands of a slot in the order to try, such as `iccid`; none when the family has none.
  public List<String> slot(String slot) {
    return commands.getOrDefault(slot, List.of());
  }
}
